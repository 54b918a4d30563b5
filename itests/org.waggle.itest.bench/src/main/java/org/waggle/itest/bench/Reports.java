package org.waggle.itest.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waggle.itest.processes.Arrivals;
import org.waggle.itest.processes.BridgeProbe;
import org.waggle.itest.processes.MqttProbe.Message;
import org.waggle.itest.processes.SimulatorClock;

/** Temperatures that the sensors of a crowd report. */
final class Reports {

  /** A temperature of a sensor, hundredths of a degree. */
  private record Reading(String topic, long value) {}

  /** Hotter than 65 degrees is nothing that Zigbee2MQTT believes. */
  private static final int VALUES = 6000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Crowd crowd;
  private final List<Crowd.Device> sensors;
  private int reported;

  Reports(Crowd crowd) {
    this.crowd = crowd;
    this.sensors = crowd.sensors();
  }

  /** Milliseconds from each report's way into the air to its arrival at an MQTT client. */
  List<Double> latencies(BridgeProbe bridge, int count) {
    List<Double> latencies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Crowd.Device sensor = sensors.get(i % sensors.size());
      Reading reading = new Reading(sensor.topic(), reported++ % VALUES);
      int from = bridge.mqtt().count();
      JsonObject sent =
          crowd.ask(
              "{'op':'report','device':'%s','cluster':'msTemperatureMeasurement',"
                      .formatted(sensor.name())
                  + "'attributes':{'measuredValue':%d}}".formatted(reading.value()));
      Message arrived =
          bridge
              .mqtt()
              .awaitMessage(
                  from, message -> reading(message).equals(Optional.of(reading)), PATIENCE);
      latencies.add((arrived.at() - sent.get("sentAt").getAsLong()) / 1e3);
    }
    return latencies;
  }

  /** Has the sensors report by turns, as fast as the radio takes it, and counts publications. */
  Flow flood(BridgeProbe bridge, int count) {
    Arrivals<Message> messages = bridge.mqtt().arrivals();
    int next = messages.count();
    Set<Reading> expected = new HashSet<>();
    int first = firstOf(count);
    for (int i = 0; i < count; i++) {
      expected.add(
          new Reading(sensors.get(i % sensors.size()).topic(), first + i / sensors.size()));
    }
    long begin = SimulatorClock.now();
    flood(first, count);
    long end = begin;
    while (!expected.isEmpty()) {
      Optional<Message> message = messages.await(next++, PATIENCE);
      if (message.isEmpty()) {
        break;
      }
      if (reading(message.get()).map(expected::remove).orElse(false)) {
        end = message.get().at();
      }
    }
    return Flow.of(count, count - expected.size(), begin, end);
  }

  /** As {@link #flood(BridgeProbe, int)}, for a radio alone. */
  Flow flood(RadioAlone radio, int count) {
    int from = radio.temperatures().count();
    long begin = SimulatorClock.now();
    flood(firstOf(count), count);
    radio.temperatures().await(from + count - 1, PATIENCE);
    List<Long> arrived = radio.temperatures().since(from);
    long end = arrived.isEmpty() ? begin : arrived.get(arrived.size() - 1);
    return Flow.of(count, arrived.size(), begin, end);
  }

  private int firstOf(int count) {
    int each = count / sensors.size() + 1;
    int first = reported % (VALUES - each);
    reported = first + each;
    return first;
  }

  private void flood(int first, int count) {
    String names =
        sensors.stream()
            .map(sensor -> "'" + sensor.name() + "'")
            .collect(Collectors.joining(",", "[", "]"));
    crowd.ask("{'op':'flood','device':%s,'count':%d,'from':%d}".formatted(names, count, first));
  }

  private static Optional<Reading> reading(Message message) {
    if (message.payload().startsWith("{")) {
      JsonElement temperature = message.json().getAsJsonObject().get("temperature");
      if (temperature instanceof JsonPrimitive number) {
        return Optional.of(new Reading(message.topic(), Math.round(number.getAsDouble() * 100)));
      }
    }
    return Optional.empty();
  }
}
