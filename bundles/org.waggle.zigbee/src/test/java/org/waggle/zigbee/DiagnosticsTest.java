package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.RadioException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class DiagnosticsTest {

  private final FakeStick stick = new FakeStick();
  private final Bench bench = new Bench(stick, Bench.SETTINGS).start();

  @Test
  void measuresTheEnergyOfAllChannels() {
    stick.energy = Optional.of(-80);

    Map<Integer, Integer> energies = bench.done(bench.network.energyScan());

    assertThat(energies).hasSize(16).containsEntry(11, -80).containsEntry(26, -80);
  }

  @Test
  void tellsThatARadioCannot() {
    assertThat(bench.failure(bench.network.energyScan()).reason()).isEqualTo(Reason.REFUSED);
    assertThat(bench.failure(bench.network.counters()).reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void tellsThatThereIsNoRadio() {
    stick.fault =
        Optional.of(new RadioException(RadioException.Reason.PORT_UNAVAILABLE, "unplugged"));
    stick.down();
    bench.advance(0);

    assertThat(bench.failure(bench.network.counters()).reason()).isEqualTo(Reason.OFFLINE);
  }
}
