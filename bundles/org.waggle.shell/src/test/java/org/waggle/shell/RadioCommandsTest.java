package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class RadioCommandsTest {

  private final FakeNetwork home = new FakeNetwork("default");
  private GogoShell shell;

  @BeforeEach
  void startShell() throws Exception {
    shell =
        new GogoShell(
            new RadioCommands(
                new Networks(List.of(home.service()), List.of()),
                new Results(Duration.ofSeconds(10))));
  }

  @Test
  void listsCountersInTheOrderOfTheRadio() throws Exception {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("retries", 12L);
    counters.put("frames", 3L);
    home.counters.complete(counters);

    assertThat(shell.type("waggle:counters"))
        .isEqualTo(
            """
            COUNTER  COUNT
            retries     12
            frames       3
            """);
  }

  @Test
  void listsEnergiesByChannel() throws Exception {
    home.energies.complete(Map.of(26, -91, 11, -40));

    assertThat(shell.type("waggle:scan"))
        .isEqualTo(
            """
            CHANNEL  DBM
                 11  -40
                 26  -91
            """);
  }

  @Test
  void tellsWhyTheRadioDoesNot() throws Exception {
    home.energies.completeExceptionally(
        new ZigbeeException(Reason.REFUSED, "This radio cannot measure the energy of channels"));

    assertThat(shell.type("waggle:scan"))
        .isEqualTo("This radio cannot measure the energy of channels\n");
  }

  @Test
  void tellsTheUsageOfWordsTooMany() throws Exception {
    assertThat(shell.type("waggle:counters all"))
        .isEqualTo("Usage: waggle:counters [-n NETWORK]\n");
    assertThat(shell.type("waggle:scan 11")).isEqualTo("Usage: waggle:scan [-n NETWORK]\n");
  }
}
