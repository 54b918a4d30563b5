package org.waggle.bridge.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** {@code bridge/devices}: all devices, the coordinator first. */
public final class DevicesTopic {

  private final ZigbeeNetwork network;
  private final DeviceJson deviceJson;
  private final Outbox outbox;

  public DevicesTopic(ZigbeeNetwork network, DeviceJson deviceJson, Outbox outbox) {
    this.network = network;
    this.deviceJson = deviceJson;
    this.outbox = outbox;
  }

  public void publish() {
    List<Map<String, ?>> devices = new ArrayList<>();
    network.coordinator().ifPresent(found -> devices.add(deviceJson.coordinator(found)));
    network.nodes().forEach(node -> devices.add(deviceJson.device(node)));
    outbox.publishQuietly("bridge/devices", JsonText.sorted(devices), PublishOptions.RETAINED);
  }
}
