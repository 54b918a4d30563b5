package org.waggle.bridge.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.ZigbeeNode;

/** {@code bridge/event}: what happens to devices. */
public final class EventTopic {

  private final EntityNames names;
  private final DeviceJson deviceJson;
  private final Outbox outbox;

  public EventTopic(EntityNames names, DeviceJson deviceJson, Outbox outbox) {
    this.names = names;
    this.deviceJson = deviceJson;
    this.outbox = outbox;
  }

  public void joined(IeeeAddress device) {
    publish("device_joined", data(device));
  }

  public void announced(IeeeAddress device) {
    publish("device_announce", data(device));
  }

  public void left(IeeeAddress device) {
    publish("device_leave", data(device));
  }

  public void interviewStarted(IeeeAddress device) {
    publishInterview(device, "started");
  }

  public void interviewFailed(IeeeAddress device) {
    publishInterview(device, "failed");
  }

  private void publishInterview(IeeeAddress device, String status) {
    Map<String, @Nullable Object> data = data(device);
    data.put("status", status);
    publish("device_interview", data);
  }

  /** The interview succeeded and it is known, as far as it can be, what the device is. */
  public void interviewed(ZigbeeNode node) {
    Map<String, @Nullable Object> data = data(node.ieeeAddress());
    data.put("status", "successful");
    data.put("supported", deviceJson.isSupported(node));
    Optional<Map<String, Object>> definition = deviceJson.definition(node);
    definition.ifPresent(found -> data.put("definition", found));
    publish("device_interview", data);
  }

  private Map<String, @Nullable Object> data(IeeeAddress device) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("friendly_name", names.name(new EntityKey.Device(device)));
    data.put("ieee_address", device.toString());
    return data;
  }

  private void publish(String type, Map<String, @Nullable Object> data) {
    outbox.publish(
        "bridge/event",
        JsonText.sorted(Map.of("type", type, "data", data)),
        PublishOptions.DEFAULT);
  }
}
