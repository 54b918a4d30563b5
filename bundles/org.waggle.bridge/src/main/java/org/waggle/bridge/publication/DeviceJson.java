package org.waggle.bridge.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.device.Serving;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/** The objects of {@code bridge/devices}. */
public final class DeviceJson {

  /** Names of the Basic cluster's PowerSource; 0 stands for not known, so it has none. */
  private static final List<String> POWER_SOURCES =
      List.of(
          "",
          "Mains (single phase)",
          "Mains (3 phase)",
          "Battery",
          "DC Source",
          "Emergency mains constantly powered",
          "Emergency mains and transfer switch");

  private static final int BATTERY_BACKUP = 0x80;

  private final EntityNames names;
  private final Definitions definitions;
  private final EndpointJson endpointJson;

  public DeviceJson(EntityNames names, Definitions definitions, EndpointJson endpointJson) {
    this.names = names;
    this.definitions = definitions;
    this.endpointJson = endpointJson;
  }

  Map<String, @Nullable Object> coordinator(Coordinator coordinator) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("ieee_address", coordinator.ieeeAddress().toString());
    json.put("type", typeName(NodeType.COORDINATOR));
    json.put("network_address", 0);
    json.put("supported", true);
    json.put("friendly_name", "Coordinator");
    json.put("disabled", false);
    putInterview(json, InterviewState.SUCCESSFUL);
    json.put(
        "endpoints",
        endpoints(
            coordinator.endpoints(),
            endpoint ->
                endpointJson.of(
                    coordinator.ieeeAddress(),
                    endpoint,
                    Clusters.standard(),
                    OptionalInt.empty())));
    return json;
  }

  Map<String, @Nullable Object> device(ZigbeeNode node) {
    EntityKey key = new EntityKey.Device(node.ieeeAddress());
    Map<String, @Nullable Object> options = names.options(key);
    Optional<Serving> serving = definitions.serving(node.ieeeAddress());
    BasicInformation basic = node.basic();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("ieee_address", key.id());
    json.put("type", typeName(node.type()));
    json.put("network_address", node.networkAddress());
    json.put("supported", isSupported(node));
    json.put("friendly_name", names.name(key));
    json.put("disabled", Boolean.TRUE.equals(options.get("disabled")));
    if (options.get("description") instanceof String description) {
      json.put("description", description);
    }
    definition(node).ifPresent(definition -> json.put("definition", definition));
    powerSource(basic.powerSource()).ifPresent(name -> json.put("power_source", name));
    basic.softwareBuildId().ifPresent(id -> json.put("software_build_id", id));
    basic.dateCode().ifPresent(code -> json.put("date_code", code));
    basic.modelId().ifPresent(id -> json.put("model_id", id));
    basic.manufacturerName().ifPresent(name -> json.put("manufacturer", name));
    putInterview(json, node.interviewState());
    Clusters clusters =
        serving.map(found -> found.facts().clusters()).orElseGet(Clusters::standard);
    json.put(
        "endpoints",
        endpoints(
            node.endpoints(),
            endpoint ->
                endpointJson.of(node.ieeeAddress(), endpoint, clusters, node.manufacturerCode())));
    return json;
  }

  private static Map<String, Object> endpoints(
      List<ZigbeeEndpoint> endpoints, Function<ZigbeeEndpoint, Map<String, Object>> form) {
    Map<String, Object> json = new LinkedHashMap<>();
    endpoints.forEach(endpoint -> json.put(Integer.toString(endpoint.id()), form.apply(endpoint)));
    return json;
  }

  private static void putInterview(Map<String, @Nullable Object> json, InterviewState state) {
    json.put("interview_state", state.name());
    json.put("interviewing", state == InterviewState.IN_PROGRESS);
    json.put("interview_completed", state == InterviewState.SUCCESSFUL);
  }

  /** Whether a definition was written for it. */
  boolean isSupported(ZigbeeNode node) {
    return definitions
        .serving(node.ieeeAddress())
        .filter(serving -> !serving.facts().summary().isGenerated())
        .isPresent();
  }

  /** The object that tells of a device's definition, if it has one. */
  Optional<Map<String, Object>> definition(ZigbeeNode node) {
    return definitions
        .serving(node.ieeeAddress())
        .map(
            serving ->
                DefinitionJson.of(
                    serving.facts(),
                    names.options(new EntityKey.Device(node.ieeeAddress())),
                    node.basic().modelId().orElse("")));
  }

  /** What clients call a type of node. */
  public static String typeName(NodeType type) {
    return switch (type) {
      case COORDINATOR -> "Coordinator";
      case ROUTER -> "Router";
      case END_DEVICE -> "EndDevice";
      case GREEN_POWER -> "GreenPower";
      case UNKNOWN -> "Unknown";
    };
  }

  private static Optional<String> powerSource(OptionalInt value) {
    int source = value.orElse(0) & ~BATTERY_BACKUP;
    return source > 0 && source < POWER_SOURCES.size()
        ? Optional.of(POWER_SOURCES.get(source))
        : Optional.empty();
  }
}
