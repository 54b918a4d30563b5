package org.waggle.bridge.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the user has said about an entity. */
public record EntityRecord(String friendlyName, Map<String, @Nullable Object> options) {

  private static final String FRIENDLY_NAME = "friendly_name";

  public EntityRecord {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  public EntityRecord withName(String name) {
    return new EntityRecord(name, options);
  }

  public EntityRecord withOptions(Map<String, @Nullable Object> newOptions) {
    return new EntityRecord(friendlyName, newOptions);
  }

  /** Name and options as one JSON object, as in Zigbee2MQTT's configuration. */
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(FRIENDLY_NAME, friendlyName);
    json.putAll(options);
    return json;
  }

  /** The reverse of {@link #toJson}. */
  static EntityRecord ofJson(Map<String, @Nullable Object> json, String defaultName) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>(json);
    Object name = options.remove(FRIENDLY_NAME);
    return new EntityRecord(name instanceof String text ? text : defaultName, options);
  }
}
