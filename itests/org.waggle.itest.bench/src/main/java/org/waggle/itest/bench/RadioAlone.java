package org.waggle.itest.bench;

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
import org.waggle.radio.serial.MachinePorts;
import org.waggle.radio.zsmartsystems.ZsmartsystemsRadios;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** The radio that Waggle uses, with nothing above it. */
final class RadioAlone implements AutoCloseable {

  private static final int HOME_AUTOMATION = 0x0104;
  private static final int LEVEL_CONTROL = 0x0008;
  private static final int TEMPERATURE_MEASUREMENT = 0x0402;

  /** When each report of a temperature was received. */
  private final Arrivals<Long> temperatures = new Arrivals<>();

  private final ZigbeeRadio radio;
  private int sequence;

  RadioAlone(Crowd crowd) {
    radio =
        new ZsmartsystemsRadios(new MachinePorts())
            .create(
                RadioSettings.on("tcp://127.0.0.1:" + crowd.radioPort()),
                new RadioListener() {
                  @Override
                  public void received(ApsIndication indication) {
                    if (indication.clusterId() == TEMPERATURE_MEASUREMENT) {
                      temperatures.add(SimulatorClock.now());
                    }
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

  Arrivals<Long> temperatures() {
    return temperatures;
  }

  /** Sends what both programs send for a brightness. */
  void send(Sets.Level level) {
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
  public void close() {
    radio.close();
  }
}
