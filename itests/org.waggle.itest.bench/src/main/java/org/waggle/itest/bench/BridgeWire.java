package org.waggle.itest.bench;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.itest.processes.BridgeProbe;
import org.waggle.itest.processes.MqttProbe.Message;

/** Sets lamps through MQTT; a lamp has answered when its state is published. */
record BridgeWire(BridgeProbe bridge) implements Lanes.Wire {

  private static final String ROOT = "zigbee2mqtt/";

  @Override
  public void set(Sets.Level level) {
    Sets.publish(bridge, level);
  }

  @Override
  public int heard() {
    return bridge.mqtt().count();
  }

  @Override
  public Optional<Lanes.Answer> answer(int index, Duration patience) {
    Message message =
        bridge
            .mqtt()
            .arrivals()
            .await(index, patience)
            .orElseThrow(() -> new AssertionError("The lamps answer no more"));
    if (!message.payload().startsWith("{")) {
      return Optional.empty();
    }
    JsonElement brightness = message.json().getAsJsonObject().get("brightness");
    return brightness == null
        ? Optional.empty()
        : Optional.of(
            new Lanes.Answer(
                message.topic().substring(ROOT.length()),
                OptionalInt.of(brightness.getAsInt()),
                message.at()));
  }
}
