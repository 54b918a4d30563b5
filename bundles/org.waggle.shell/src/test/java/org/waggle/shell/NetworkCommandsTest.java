package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.bridge.api.Bridge;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.JoinWindow;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeNetwork;

class NetworkCommandsTest {

  private final FakeNetwork home = new FakeNetwork("default");
  private final FakeNetwork attic = new FakeNetwork("attic");
  private GogoShell shell;

  @BeforeEach
  void startShell() throws Exception {
    shell = shellWith(List.of(), home.service());
  }

  @Test
  void listsNetworksWhetherOrNotTheyWork() throws Exception {
    home.coordinator =
        Optional.of(
            new Coordinator(
                new IeeeAddress(0x00124b00000000ffL),
                "EmberZNet",
                Map.of(),
                0x1A62,
                1,
                11,
                List.of()));
    home.joinWindow = Optional.of(new JoinWindow(House.NOW.plusSeconds(42), Optional.empty()));
    home.nodes.add(House.lamp().node());
    home.status =
        new NetworkStatus(
            State.ONLINE, "", House.NOW, 0, Optional.empty(), "tcp://stick:6638", "ember");
    attic.status =
        new NetworkStatus(
            State.BACKING_OFF,
            "/dev/ttyUSB0: no coordinator answers",
            House.NOW.minusSeconds(240),
            5,
            Optional.of(House.NOW.plusSeconds(12)),
            "/dev/ttyUSB0",
            "");
    shell = shellWith(List.of(new FakeBridge("default")), home.service(), attic.service());

    String console = shell.type("waggle:networks");

    assertThat(console)
        .isEqualTo(
            """
            NETWORK  RADIO        PORT              ADAPTER  JOINING     COORDINATOR         FIRMWARE   CHANNEL  PAN ID  DEVICES  TOPIC        BRIDGE
            attic    backing off  /dev/ttyUSB0      -        closed      -                   -                -  -             0  -            none
            default  online       tcp://stick:6638  ember    open, 42 s  0x00124b00000000ff  EmberZNet       11  0x1A62        1  zigbee2mqtt  online
            attic: /dev/ttyUSB0: no coordinator answers (since 4 min ago, attempt 5, next in 12 s)
            """);
  }

  @Test
  void listsTheNamedNetworkOnly() throws Exception {
    shell = shellWith(List.of(), home.service(), attic.service());

    assertThat(shell.type("waggle:networks -n attic")).contains("attic").doesNotContain("default");
  }

  @Test
  void tellsThatThereIsNoNetwork() throws Exception {
    shell = shellWith(List.of());
    String none = "There is no network: none is configured, or it did not start.\n";

    assertThat(shell.type("waggle:networks")).isEqualTo(none);
    assertThat(shell.type("waggle:permit 60")).isEqualTo(none);
  }

  @Test
  void opensAndClosesTheNetwork() throws Exception {
    String console = shell.type("waggle:permit 60; waggle:permit 0");

    assertThat(home.asked)
        .containsExactly("permit 60 s Optional.empty", "permit 0 s Optional.empty");
    assertThat(console)
        .isEqualTo(
            """
            Devices may join network 'default' for 60 s.
            Network 'default' is closed for joining.
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "255", "-1", "1.5", "ever", "60 60", "99999999999"})
  void refusesWhatIsNoDuration(String seconds) throws Exception {
    assertThat(shell.type("waggle:permit " + seconds))
        .isEqualTo("Usage: waggle:permit [-n NETWORK] SECONDS (0 to 254, 0 closes)\n");
    assertThat(home.asked).isEmpty();
  }

  @Test
  void opensTheNamedNetworkOnlyWhereThereAreSeveral() throws Exception {
    shell = shellWith(List.of(), home.service(), attic.service());

    assertThat(shell.type("waggle:permit 60"))
        .isEqualTo("There are several networks (attic, default): say which with -n NAME.\n");
    assertThat(shell.type("waggle:permit -n attic 60"))
        .isEqualTo("Devices may join network 'attic' for 60 s.\n");
    assertThat(home.asked).isEmpty();
    assertThat(attic.asked).hasSize(1);
  }

  @Test
  void tellsWhyTheNetworkDoesNotOpen() throws Exception {
    home.answer =
        CompletableFuture.failedFuture(
            new ZigbeeException(Reason.OFFLINE, "The radio of network 'default' is away."));

    assertThat(shell.type("waggle:permit 60"))
        .isEqualTo("The radio of network 'default' is away.\n");
  }

  @Test
  void tellsTheUsageOfWordsTooMany() throws Exception {
    assertThat(shell.type("waggle:networks all"))
        .isEqualTo("Usage: waggle:networks [-n NETWORK]\n");
  }

  private static GogoShell shellWith(List<Bridge> bridges, ZigbeeNetwork... networks)
      throws Exception {
    return new GogoShell(
        new NetworkCommands(
            new Networks(List.of(networks), bridges),
            new Results(Duration.ofSeconds(10)),
            House.CLOCK));
  }
}
