package org.waggle.zigbee;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/** Nodes as JSON. */
final class NodeCodec {

  private NodeCodec() {}

  static JsonObject write(ZigbeeNode node) {
    JsonObject json = new JsonObject();
    json.addProperty("ieee_address", node.ieeeAddress().toString());
    json.addProperty("network_address", node.networkAddress());
    json.addProperty("type", node.type().name());
    put(json, "manufacturer_code", node.manufacturerCode());
    json.addProperty("interview_state", lasting(node.interviewState()).name());
    BasicInformation basic = node.basic();
    put(json, "model_id", basic.modelId());
    put(json, "manufacturer_name", basic.manufacturerName());
    put(json, "power_source", basic.powerSource());
    put(json, "zcl_version", basic.zclVersion());
    put(json, "application_version", basic.applicationVersion());
    put(json, "stack_version", basic.stackVersion());
    put(json, "hardware_version", basic.hardwareVersion());
    put(json, "date_code", basic.dateCode());
    put(json, "software_build_id", basic.softwareBuildId());
    node.lastSeen().ifPresent(when -> json.addProperty("last_seen", when.toEpochMilli()));
    put(json, "link_quality", node.linkQuality());
    JsonArray endpoints = new JsonArray();
    node.endpoints().forEach(endpoint -> endpoints.add(EndpointCodec.write(endpoint)));
    json.add("endpoints", endpoints);
    return json;
  }

  /**
   * @throws IllegalArgumentException if a field is missing or not what it should be
   */
  static ZigbeeNode read(JsonObject json) {
    List<ZigbeeEndpoint> endpoints = new ArrayList<>();
    for (JsonElement endpoint : json.getAsJsonArray("endpoints")) {
      endpoints.add(EndpointCodec.read(endpoint.getAsJsonObject()));
    }
    return new ZigbeeNode(
        address(json.get("ieee_address")),
        json.get("network_address").getAsInt(),
        NodeType.valueOf(json.get("type").getAsString()),
        number(json, "manufacturer_code"),
        basic(json),
        InterviewState.valueOf(json.get("interview_state").getAsString()),
        endpoints,
        Optional.ofNullable(json.get("last_seen"))
            .map(when -> Instant.ofEpochMilli(when.getAsLong())),
        number(json, "link_quality"));
  }

  private static BasicInformation basic(JsonObject json) {
    return new BasicInformation(
        text(json, "model_id"),
        text(json, "manufacturer_name"),
        number(json, "power_source"),
        number(json, "zcl_version"),
        number(json, "application_version"),
        number(json, "stack_version"),
        number(json, "hardware_version"),
        text(json, "date_code"),
        text(json, "software_build_id"));
  }

  static IeeeAddress address(JsonElement json) {
    return IeeeAddress.parse(json.getAsString())
        .orElseThrow(() -> new IllegalArgumentException("No IEEE address: " + json));
  }

  /** An interview does not survive the process. */
  private static InterviewState lasting(InterviewState state) {
    return state == InterviewState.IN_PROGRESS ? InterviewState.PENDING : state;
  }

  private static void put(JsonObject json, String key, Optional<String> value) {
    value.ifPresent(text -> json.addProperty(key, text));
  }

  private static void put(JsonObject json, String key, OptionalInt value) {
    value.ifPresent(number -> json.add(key, new JsonPrimitive(number)));
  }

  private static Optional<String> text(JsonObject json, String key) {
    return Optional.ofNullable(json.get(key)).map(JsonElement::getAsString);
  }

  static OptionalInt number(JsonObject json, String key) {
    JsonElement value = json.get(key);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value.getAsInt());
  }
}
