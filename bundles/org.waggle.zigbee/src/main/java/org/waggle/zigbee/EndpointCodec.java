package org.waggle.zigbee;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeEndpoint.AttributeKey;

/** Endpoints of nodes as JSON, with what was set up on them. */
final class EndpointCodec {

  private EndpointCodec() {}

  static JsonObject write(ZigbeeEndpoint endpoint) {
    JsonObject json = new JsonObject();
    json.addProperty("id", endpoint.id());
    json.addProperty("profile_id", endpoint.profileId());
    json.addProperty("device_id", endpoint.deviceId());
    json.add("input_clusters", numbers(endpoint.inputClusters()));
    json.add("output_clusters", numbers(endpoint.outputClusters()));
    JsonArray bindings = new JsonArray();
    endpoint.bindings().forEach(binding -> bindings.add(write(binding)));
    json.add("bindings", bindings);
    JsonArray reporting = new JsonArray();
    endpoint.reporting().forEach(configuration -> reporting.add(write(configuration)));
    json.add("reporting", reporting);
    json.add("attributes", write(endpoint.attributes()));
    return json;
  }

  static ZigbeeEndpoint read(JsonObject json) {
    List<Binding> bindings = new ArrayList<>();
    json.getAsJsonArray("bindings")
        .forEach(binding -> bindings.add(readBinding(binding.getAsJsonObject())));
    List<ReportingConfiguration> reporting = new ArrayList<>();
    json.getAsJsonArray("reporting")
        .forEach(entry -> reporting.add(readReporting(entry.getAsJsonObject())));
    return new ZigbeeEndpoint(
        json.get("id").getAsInt(),
        json.get("profile_id").getAsInt(),
        json.get("device_id").getAsInt(),
        numbers(json.getAsJsonArray("input_clusters")),
        numbers(json.getAsJsonArray("output_clusters")),
        bindings,
        reporting,
        readAttributes(json.getAsJsonObject("attributes")));
  }

  private static JsonObject write(Binding binding) {
    JsonObject json = new JsonObject();
    json.addProperty("cluster", binding.clusterId());
    if (binding.target() instanceof Binding.Target.Group group) {
      json.addProperty("group", group.groupId());
    } else if (binding.target() instanceof Binding.Target.Endpoint endpoint) {
      json.addProperty("ieee_address", endpoint.node().toString());
      json.addProperty("endpoint", endpoint.endpoint());
    }
    return json;
  }

  private static Binding readBinding(JsonObject json) {
    return new Binding(
        json.get("cluster").getAsInt(),
        json.has("group")
            ? new Binding.Target.Group(json.get("group").getAsInt())
            : new Binding.Target.Endpoint(
                NodeCodec.address(json.get("ieee_address")), json.get("endpoint").getAsInt()));
  }

  private static JsonObject write(ReportingConfiguration configuration) {
    JsonObject json = new JsonObject();
    json.addProperty("cluster", configuration.clusterId());
    configuration.manufacturerCode().ifPresent(code -> json.addProperty("manufacturer_code", code));
    json.addProperty("attribute", configuration.attributeId());
    json.addProperty("type", configuration.type().id());
    json.addProperty("minimum_interval", configuration.minimumInterval());
    json.addProperty("maximum_interval", configuration.maximumInterval());
    configuration
        .reportableChange()
        .ifPresent(change -> json.addProperty("reportable_change", ValueCodec.write(change)));
    return json;
  }

  private static ReportingConfiguration readReporting(JsonObject json) {
    return new ReportingConfiguration(
        json.get("cluster").getAsInt(),
        NodeCodec.number(json, "manufacturer_code"),
        json.get("attribute").getAsInt(),
        ZclType.of(json.get("type").getAsInt()).orElse(ZclType.UNKNOWN),
        json.get("minimum_interval").getAsInt(),
        json.get("maximum_interval").getAsInt(),
        Optional.ofNullable(json.get("reportable_change"))
            .flatMap(change -> ValueCodec.read(change.getAsString())));
  }

  /** By cluster and attribute: {@code {"6":{"0":"1001"}}}. */
  private static JsonObject write(Map<AttributeKey, ZclValue> attributes) {
    Map<Integer, Map<Integer, ZclValue>> sorted = new TreeMap<>();
    attributes.forEach(
        (key, value) ->
            sorted
                .computeIfAbsent(key.clusterId(), cluster -> new TreeMap<>())
                .put(key.attributeId(), value));
    JsonObject json = new JsonObject();
    sorted.forEach(
        (cluster, values) -> {
          JsonObject ofCluster = new JsonObject();
          values.forEach(
              (id, value) -> ofCluster.addProperty(id.toString(), ValueCodec.write(value)));
          json.add(cluster.toString(), ofCluster);
        });
    return json;
  }

  private static Map<AttributeKey, ZclValue> readAttributes(JsonObject json) {
    Map<AttributeKey, ZclValue> attributes = new HashMap<>();
    for (Map.Entry<String, JsonElement> cluster : json.entrySet()) {
      int clusterId = Integer.parseInt(cluster.getKey());
      cluster
          .getValue()
          .getAsJsonObject()
          .entrySet()
          .forEach(
              entry ->
                  ValueCodec.read(entry.getValue().getAsString())
                      .ifPresent(
                          value ->
                              attributes.put(
                                  new AttributeKey(clusterId, Integer.parseInt(entry.getKey())),
                                  value)));
    }
    return attributes;
  }

  private static JsonArray numbers(List<Integer> numbers) {
    JsonArray json = new JsonArray();
    numbers.forEach(json::add);
    return json;
  }

  private static List<Integer> numbers(JsonArray json) {
    List<Integer> numbers = new ArrayList<>();
    json.forEach(number -> numbers.add(number.getAsInt()));
    return numbers;
  }
}
