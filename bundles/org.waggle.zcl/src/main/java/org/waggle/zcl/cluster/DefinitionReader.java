package org.waggle.zcl.cluster;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.waggle.zcl.ZclType;

/**
 * Reads clusters. Equal names and numbers become one object, since most repeat; sharing whole
 * records, too, was measured to cost more than it saves.
 */
final class DefinitionReader {

  private final JsonReader json;
  private final Map<Object, Object> shared = new HashMap<>();

  DefinitionReader(JsonReader json) {
    this.json = json;
  }

  List<ClusterDefinition> clusters() throws IOException {
    List<ClusterDefinition> clusters = new ArrayList<>();
    each(inner -> clusters.add(cluster(inner)));
    return clusters;
  }

  private ClusterDefinition cluster(String key) throws IOException {
    int id = 0;
    String name = share(key);
    OptionalInt manufacturerCode = OptionalInt.empty();
    List<AttributeDefinition> attributes = new ArrayList<>();
    List<CommandDefinition> commands = new ArrayList<>();
    List<CommandDefinition> responses = new ArrayList<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "ID" -> id = json.nextInt();
        case "name" -> name = text();
        case "manufacturerCode" -> manufacturerCode = integer();
        case "attributes" -> each(inner -> attributes.add(attribute(inner)));
        case "commands" -> each(inner -> commands.add(command(inner)));
        case "commandsResponse" -> each(inner -> responses.add(command(inner)));
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new ClusterDefinition(id, name, manufacturerCode, attributes, commands, responses);
  }

  private AttributeDefinition attribute(String key) throws IOException {
    int id = 0;
    String name = share(key);
    ZclType type = ZclType.UNKNOWN;
    OptionalInt manufacturerCode = OptionalInt.empty();
    Optional<Object> defaultValue = Optional.empty();
    EnumSet<AttributeFlag> flags = EnumSet.noneOf(AttributeFlag.class);
    RestrictionsJson restrictions = new RestrictionsJson();
    json.beginObject();
    while (json.hasNext()) {
      String fact = json.nextName();
      switch (fact) {
        case "ID" -> id = json.nextInt();
        case "name" -> name = text();
        case "type" -> type = type(json.nextInt());
        case "manufacturerCode" -> manufacturerCode = integer();
        case "default" -> defaultValue = share(Optional.of(value()));
        default -> {
          if (!flag(fact, flags) && !restrictions.read(fact, json)) {
            json.skipValue();
          }
        }
      }
    }
    json.endObject();
    return new AttributeDefinition(
        id,
        name,
        type,
        manufacturerCode,
        share(Set.copyOf(flags)),
        defaultValue,
        restrictions.build());
  }

  private boolean flag(String key, Set<AttributeFlag> flags) throws IOException {
    for (AttributeFlag flag : AttributeFlag.values()) {
      if (flag.key().equals(key)) {
        if (json.nextBoolean() == flag.published()) {
          flags.add(flag);
        }
        return true;
      }
    }
    return false;
  }

  private CommandDefinition command(String key) throws IOException {
    int id = 0;
    String name = share(key);
    List<ParameterDefinition> parameters = new ArrayList<>();
    OptionalInt response = OptionalInt.empty();
    boolean required = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "ID" -> id = json.nextInt();
        case "name" -> name = text();
        case "response" -> response = integer();
        case "required" -> required = json.nextBoolean();
        case "parameters" -> {
          json.beginArray();
          while (json.hasNext()) {
            parameters.add(parameter());
          }
          json.endArray();
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new CommandDefinition(id, name, parameters, response, required);
  }

  private ParameterDefinition parameter() throws IOException {
    String name = "";
    ParameterType type = ParameterType.of(ZclType.UNKNOWN);
    List<Condition> conditions = new ArrayList<>();
    RestrictionsJson restrictions = new RestrictionsJson();
    json.beginObject();
    while (json.hasNext()) {
      String fact = json.nextName();
      switch (fact) {
        case "name" -> name = text();
        case "type" -> {
          int id = json.nextInt();
          type = ParameterType.of(id).orElseThrow(() -> noType(id));
        }
        case "conditions" -> {
          json.beginArray();
          while (json.hasNext()) {
            conditions.add(ConditionJson.read(json));
          }
          json.endArray();
        }
        default -> {
          if (!restrictions.read(fact, json)) {
            json.skipValue();
          }
        }
      }
    }
    json.endObject();
    return new ParameterDefinition(name, type, conditions, restrictions.build());
  }

  /** One step of reading. */
  private interface Step {
    void take(String name) throws IOException;
  }

  /** Takes every value of an object. */
  private void each(Step step) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      step.take(json.nextName());
    }
    json.endObject();
  }

  private OptionalInt integer() throws IOException {
    return share(OptionalInt.of(json.nextInt()));
  }

  private String text() throws IOException {
    return share(json.nextString());
  }

  private Object value() throws IOException {
    return json.peek() == JsonToken.NUMBER ? RestrictionsJson.number(json) : json.nextString();
  }

  private static ZclType type(int id) {
    return ZclType.of(id).orElseThrow(() -> noType(id));
  }

  private static IllegalArgumentException noType(int id) {
    return new IllegalArgumentException("no type: " + id);
  }

  @SuppressWarnings("unchecked") // equal values have the same class here
  private <T> T share(T value) {
    return (T) shared.computeIfAbsent(value, v -> v);
  }
}
