package org.waggle.zcl.cluster;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Writes what {@link DefinitionReader} reads. */
record DefinitionWriter(JsonWriter json) {

  void cluster(ClusterDefinition cluster) throws IOException {
    json.beginObject();
    json.name("ID").value(cluster.id());
    json.name("name").value(cluster.name());
    integer("manufacturerCode", cluster.manufacturerCode());
    json.name("attributes").beginObject();
    for (AttributeDefinition attribute : cluster.attributes()) {
      json.name(attribute.name());
      attribute(attribute);
    }
    json.endObject();
    commands("commands", cluster.commands());
    commands("commandsResponse", cluster.responses());
    json.endObject();
  }

  private void attribute(AttributeDefinition attribute) throws IOException {
    json.beginObject();
    json.name("ID").value(attribute.id());
    json.name("name").value(attribute.name());
    json.name("type").value(attribute.type().id());
    integer("manufacturerCode", attribute.manufacturerCode());
    for (AttributeFlag flag : AttributeFlag.values()) {
      if (attribute.has(flag)) {
        json.name(flag.key()).value(flag.published());
      }
    }
    if (attribute.defaultValue().isPresent()) {
      json.name("default");
      if (attribute.defaultValue().get() instanceof Number number) {
        json.value(number);
      } else {
        json.value(attribute.defaultValue().get().toString());
      }
    }
    restrictions(attribute.restrictions());
    json.endObject();
  }

  private void commands(String name, List<CommandDefinition> commands) throws IOException {
    json.name(name).beginObject();
    for (CommandDefinition command : commands) {
      json.name(command.name()).beginObject();
      json.name("ID").value(command.id());
      json.name("name").value(command.name());
      json.name("parameters").beginArray();
      for (ParameterDefinition parameter : command.parameters()) {
        parameter(parameter);
      }
      json.endArray();
      integer("response", command.response());
      if (command.required()) {
        json.name("required").value(true);
      }
      json.endObject();
    }
    json.endObject();
  }

  private void parameter(ParameterDefinition parameter) throws IOException {
    json.beginObject();
    json.name("name").value(parameter.name());
    json.name("type").value(parameter.type().id());
    if (!parameter.conditions().isEmpty()) {
      json.name("conditions").beginArray();
      for (Condition condition : parameter.conditions()) {
        ConditionJson.write(condition, json);
      }
      json.endArray();
    }
    restrictions(parameter.restrictions());
    json.endObject();
  }

  private void restrictions(Restrictions restrictions) throws IOException {
    integer("length", restrictions.length());
    integer("minLen", restrictions.minimumLength());
    integer("maxLen", restrictions.maximumLength());
    number("min", restrictions.minimum());
    number("max", restrictions.maximum());
    number("minExcl", restrictions.exclusiveMinimum());
    number("maxExcl", restrictions.exclusiveMaximum());
    if (!restrictions.special().isEmpty()) {
      json.name("special").beginObject();
      for (Map.Entry<String, String> entry : new TreeMap<>(restrictions.special()).entrySet()) {
        json.name(entry.getKey()).value(entry.getValue());
      }
      json.endObject();
    }
  }

  private void integer(String name, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      json.name(name).value(value.getAsInt());
    }
  }

  private void number(String name, Optional<Number> value) throws IOException {
    if (value.isPresent()) {
      json.name(name).value(value.get());
    }
  }
}
