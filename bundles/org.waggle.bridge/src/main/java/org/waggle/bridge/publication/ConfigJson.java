package org.waggle.bridge.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.entity.Entities;
import org.waggle.bridge.setup.Settings;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.zigbee.api.Coordinator;

/**
 * The configuration in the form that clients of Zigbee2MQTT expect, without secrets: what Waggle
 * has is shown as it is, what it has not is shown as switched off.
 */
public final class ConfigJson {

  private static final int CONFIG_FORMAT = 5;

  private final Settings settings;
  private final Entities entities;

  public ConfigJson(Settings settings, Entities entities) {
    this.settings = settings;
    this.entities = entities;
  }

  Map<String, @Nullable Object> json(Coordinator coordinator, MqttSession session) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("version", CONFIG_FORMAT);
    config.put("mqtt", mqtt(session));
    config.put("advanced", advanced(coordinator));
    config.put("serial", Map.of());
    config.put("homeassistant", Map.of("enabled", false));
    config.put("availability", Map.of("enabled", false));
    config.put("frontend", Map.of("enabled", false));
    config.put("passlist", List.of());
    config.put("blocklist", entities.blocklist());
    config.put("device_options", Map.of());
    config.put("devices", entities.devicesJson());
    config.put("groups", entities.groupsJson());
    return config;
  }

  private Map<String, Object> mqtt(MqttSession session) {
    Map<String, Object> mqtt = new LinkedHashMap<>();
    mqtt.put("base_topic", settings.baseTopic());
    mqtt.put("server", session.server());
    mqtt.put("version", session.protocolVersion());
    mqtt.put("include_device_information", false);
    mqtt.put("force_disable_retain", false);
    return mqtt;
  }

  private Map<String, Object> advanced(Coordinator coordinator) {
    Map<String, Object> advanced = new LinkedHashMap<>();
    advanced.put("log_level", settings.logLevel().toString());
    advanced.put("channel", coordinator.channel());
    advanced.put("pan_id", coordinator.panId());
    advanced.put("ext_pan_id", octets(coordinator.extendedPanId()));
    advanced.put("cache_state", settings.cacheState());
    advanced.put("cache_state_persistent", settings.cacheStatePersistent());
    advanced.put("cache_state_send_on_startup", settings.cacheStateSendOnStartup());
    advanced.put("last_seen", "disable");
    advanced.put("elapsed", false);
    advanced.put("output", "json");
    advanced.put("enable_external_js", false);
    return advanced;
  }

  /** Least significant first, as on the air and in Zigbee2MQTT's configuration. */
  private static List<Integer> octets(long value) {
    List<Integer> octets = new ArrayList<>();
    for (int i = 0; i < Long.BYTES; i++) {
      octets.add((int) (value >>> 8 * i & 0xFF));
    }
    return octets;
  }
}
