package org.waggle.itest.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waggle.itest.processes.Arrivals;
import org.waggle.itest.processes.SimulatorClock;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** A radio with nothing above it. */
final class RadioAlone implements Lanes.Wire, AutoCloseable {

  private static final int HOME_AUTOMATION = 0x0104;
  private static final int LEVEL_CONTROL = 0x0008;
  private static final int TEMPERATURE_MEASUREMENT = 0x0402;
  private static final int DEFAULT_RESPONSE = 0x0B;

  /** When each report of a temperature was received. */
  private final Arrivals<Long> temperatures = new Arrivals<>();

  private final Arrivals<Lanes.Answer> answers = new Arrivals<>();
  private final Map<Integer, String> lamps = new HashMap<>();
  private final ZigbeeRadio radio;
  private final double startSeconds;
  private int sequence;

  /** Opens a radio and takes its network up. */
  RadioAlone(ZigbeeRadioProvider provider, Crowd crowd) {
    crowd.lamps().forEach(lamp -> lamps.put(lamp.networkAddress(), lamp.address()));
    long begin = System.nanoTime();
    radio =
        provider.create(
            RadioSettings.on("tcp://127.0.0.1:" + crowd.radioPort()),
            new RadioListener() {
              @Override
              public void received(ApsIndication indication) {
                hear(indication);
              }

              @Override
              public void joined(JoinIndication indication) {}

              @Override
              public void left(IeeeAddress device, int networkAddress) {}

              @Override
              public void down(RadioException reason) {}
            });
    await(radio.open());
    await(radio.resume());
    startSeconds = (System.nanoTime() - begin) / 1e9;
  }

  private void hear(ApsIndication indication) {
    if (indication.clusterId() == TEMPERATURE_MEASUREMENT) {
      temperatures.add(SimulatorClock.now());
    } else if (indication.clusterId() == LEVEL_CONTROL
        && indication.payload().at(2) == DEFAULT_RESPONSE) {
      answers.add(
          new Lanes.Answer(
              lamps.getOrDefault(indication.sourceAddress(), ""),
              OptionalInt.empty(),
              SimulatorClock.now()));
    }
  }

  private static void await(CompletionStage<?> stage) {
    try {
      stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The radio does not come up", e);
    }
  }

  /** From nothing to a network that was taken up. */
  double startSeconds() {
    return startSeconds;
  }

  Arrivals<Long> temperatures() {
    return temperatures;
  }

  /** Sends what both programs send for a brightness. */
  @Override
  public void set(Sets.Level level) {
    sequence = sequence + 1 & 0xFF;
    var unused =
        radio.send(
            new ApsRequest(
                new ApsRequest.Destination.Unicast(level.lamp().networkAddress()),
                HOME_AUTOMATION,
                LEVEL_CONTROL,
                1,
                1,
                Octets.of(0x01, sequence, 0x04, level.level(), 0, 0),
                true));
  }

  @Override
  public int heard() {
    return answers.count();
  }

  @Override
  public Optional<Lanes.Answer> answer(int index, Duration patience) {
    Optional<Lanes.Answer> answer = answers.await(index, patience);
    if (answer.isEmpty()) {
      throw new AssertionError("The lamps answer no more");
    }
    return answer;
  }

  @Override
  public void close() {
    radio.close();
  }
}
