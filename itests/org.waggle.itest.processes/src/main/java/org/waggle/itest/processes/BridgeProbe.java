package org.waggle.itest.processes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;

/** An MQTT client of Zigbee2MQTT or Waggle, for what both have in common. */
public final class BridgeProbe implements AutoCloseable {

  private static final String ROOT = "zigbee2mqtt/";
  private static final String STATE = ROOT + "bridge/state";
  private static final String DEVICES = ROOT + "bridge/devices";
  private static final String PERMIT_JOIN = "permit_join";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MqttProbe mqtt;

  private BridgeProbe(MqttProbe mqtt) {
    this.mqtt = mqtt;
  }

  /**
   * Connects as soon as there is a broker; hears the states of devices (with names of one level),
   * and of the bridge no more than its methods need.
   */
  public static BridgeProbe connect(int brokerPort) {
    return new BridgeProbe(
        MqttProbe.connect(
            brokerPort, PATIENCE, STATE, DEVICES, ROOT + "bridge/response/+", ROOT + "+"));
  }

  /** The client. */
  public MqttProbe mqtt() {
    return mqtt;
  }

  /**
   * Waits until the bridge is online and has told of so many interviewed devices.
   *
   * @return when that was, microseconds since 1970
   */
  public long awaitOnline(int devices) {
    MqttProbe.Message online =
        mqtt.awaitLatest(STATE, message -> message.payload().contains("\"online\""), PATIENCE);
    return Math.max(online.at(), awaitInterviewed(devices, PATIENCE));
  }

  /**
   * Waits until the bridge has told of so many devices that were interviewed and have a definition.
   *
   * @return when that was, microseconds since 1970
   */
  public long awaitInterviewed(int devices, Duration timeout) {
    return mqtt.awaitLatest(DEVICES, message -> interviewed(message) >= devices, timeout).at();
  }

  private static int interviewed(MqttProbe.Message message) {
    int count = 0;
    for (JsonElement element : message.json().getAsJsonArray()) {
      JsonObject device = element.getAsJsonObject();
      if (!device.get("type").getAsString().equals("Coordinator")
          && device.get("interview_state").getAsString().equals("SUCCESSFUL")
          && device.get("definition") instanceof JsonObject) {
        count++;
      }
    }
    return count;
  }

  /** Lets devices join for as long as one request can. */
  public void permitJoin() {
    int from = mqtt.count();
    mqtt.publish(ROOT + "bridge/request/" + PERMIT_JOIN, "{\"time\":254}");
    mqtt.awaitMessage(
        from,
        message ->
            message.topic().equals(ROOT + "bridge/response/" + PERMIT_JOIN)
                && message.payload().contains("\"status\":\"ok\""),
        PATIENCE);
  }

  @Override
  public void close() {
    mqtt.close();
  }
}
