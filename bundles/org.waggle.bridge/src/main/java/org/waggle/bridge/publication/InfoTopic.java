package org.waggle.bridge.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.bridge.setup.Settings;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.JoinWindow;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** {@code bridge/info}: the bridge, its network and its configuration. */
public final class InfoTopic {

  /** Below the base topic. */
  public static final String TOPIC = "bridge/info";

  /** Whose contract it is; clients compare it with the least version they can work with. */
  private static final String CONTRACT_VERSION = "2.14.1";

  private final ZigbeeNetwork network;
  private final Settings settings;
  private final ConfigJson config;
  private final Machine machine;
  private final RestartRequired restartRequired;
  private final String bundleVersion;
  private final Outbox outbox;

  /**
   * @param bundleVersion of the bridge, shown as build metadata of the contract's version
   */
  public InfoTopic(
      ZigbeeNetwork network,
      Settings settings,
      ConfigJson config,
      Machine machine,
      RestartRequired restartRequired,
      String bundleVersion,
      Outbox outbox) {
    this.network = network;
    this.settings = settings;
    this.config = config;
    this.machine = machine;
    this.restartRequired = restartRequired;
    this.bundleVersion = bundleVersion;
    this.outbox = outbox;
  }

  public void publish() {
    Optional<Coordinator> coordinator = network.coordinator();
    Optional<MqttSession> session = outbox.session();
    if (coordinator.isPresent() && session.isPresent()) {
      outbox.publishQuietly(
          TOPIC, JsonText.sorted(json(coordinator.get(), session.get())), PublishOptions.RETAINED);
    }
  }

  private Map<String, @Nullable Object> json(Coordinator coordinator, MqttSession session) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", CONTRACT_VERSION + "+waggle." + bundleVersion);
    json.put("commit", "unknown");
    json.put("zigbee_herdsman", Map.of("version", bundleVersion));
    json.put("zigbee_herdsman_converters", Map.of("version", bundleVersion));
    json.put("coordinator", coordinatorJson(coordinator));
    json.put(
        "network",
        Map.of(
            "channel", coordinator.channel(),
            "pan_id", coordinator.panId(),
            "extended_pan_id", String.format("0x%016x", coordinator.extendedPanId())));
    json.put("log_level", settings.logLevel().toString());
    Optional<JoinWindow> joining = network.joinWindow();
    json.put("permit_join", joining.isPresent());
    joining.ifPresent(window -> json.put("permit_join_end", window.end().toEpochMilli()));
    json.put("restart_required", restartRequired.isSet());
    json.put("mqtt", Map.of("server", session.server(), "version", session.protocolVersion()));
    json.put("os", machine.json());
    json.put("config", config.json(coordinator, session));
    json.put("config_schema", ConfigSchema.SCHEMA);
    return json;
  }

  static Map<String, Object> coordinatorJson(Coordinator coordinator) {
    return Map.of(
        "ieee_address", coordinator.ieeeAddress().toString(),
        "type", coordinator.type(),
        "meta", coordinator.meta());
  }
}
