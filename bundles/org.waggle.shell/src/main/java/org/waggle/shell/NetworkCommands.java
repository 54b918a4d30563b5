package org.waggle.shell;

import static org.waggle.shell.Results.USUAL_LIMIT;
import static org.waggle.shell.Table.Column.numbers;
import static org.waggle.shell.Table.Column.words;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waggle.bridge.api.Bridge;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** Gogo commands about networks as such. */
@Component(
    service = NetworkCommands.class,
    property = {
      "osgi.command.scope=waggle",
      "osgi.command.function=networks",
      "osgi.command.function=permit"
    })
public final class NetworkCommands {

  private static final String PERMIT_USAGE = "permit [-n NETWORK] SECONDS (0 to 254, 0 closes)";
  private static final int LONGEST_PERMIT = 254;

  private final Networks networks;
  private final Results results;
  private final RelativeTime time;

  @Activate
  public NetworkCommands(@Reference Networks networks) {
    this(networks, new Results(USUAL_LIMIT), InstantSource.system());
  }

  NetworkCommands(Networks networks, Results results, InstantSource clock) {
    this.networks = networks;
    this.results = results;
    this.time = new RelativeTime(clock);
  }

  /** Prints a table of the networks. */
  @Descriptor("lists the Zigbee networks")
  public void networks(
      CommandSession session,
      @Descriptor("the network, if not all")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("none") @Nullable String... words) {
    Console.run(
        session,
        console -> {
          Arguments.exactly(0, "networks [-n NETWORK]", words);
          list(console, networks.networks(network));
        });
  }

  /** Opens a network for joining, or closes it. */
  @Descriptor("lets devices join")
  public void permit(
      CommandSession session,
      @Descriptor("the network, where there are several")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("SECONDS: 0 to 254, 0 closes") @Nullable String... seconds) {
    Console.run(
        session,
        console -> {
          int duration = duration(Arguments.exactly(1, PERMIT_USAGE, seconds).get(0));
          ZigbeeNetwork joined = networks.network(network);
          results.await(joined.permitJoin(Duration.ofSeconds(duration), Optional.empty()));
          console.print(
              duration == 0
                  ? "Network '%s' is closed for joining.".formatted(joined.name())
                  : "Devices may join network '%s' for %d s.".formatted(joined.name(), duration));
        });
  }

  private static int duration(String seconds) {
    if (!seconds.matches("[0-9]{1,3}") || Integer.parseInt(seconds) > LONGEST_PERMIT) {
      throw Arguments.wrong(PERMIT_USAGE);
    }
    return Integer.parseInt(seconds);
  }

  private void list(Console console, List<ZigbeeNetwork> listed) {
    Table table =
        new Table(
            words("NETWORK"),
            words("RADIO"),
            words("PORT"),
            words("ADAPTER"),
            words("JOINING"),
            words("COORDINATOR"),
            words("FIRMWARE"),
            numbers("CHANNEL"),
            words("PAN ID"),
            numbers("DEVICES"),
            words("TOPIC"),
            words("BRIDGE"));
    listed.forEach(network -> add(table, network));
    console.print(table);
    for (ZigbeeNetwork network : listed) {
      if (!network.status().isOnline()) {
        console.print(network.name() + ": " + explained(network.status()));
      }
    }
  }

  private String explained(NetworkStatus status) {
    List<String> details = new ArrayList<>();
    details.add("since " + time.ago(Optional.of(status.since())));
    if (status.attempt() > 0) {
      details.add("attempt " + status.attempt());
    }
    status.nextAttempt().ifPresent(next -> details.add("next in " + time.until(next)));
    String reason =
        status.reason().isEmpty() ? DeviceWords.spoken(status.state()) : status.reason();
    return reason + " (" + String.join(", ", details) + ")";
  }

  private static String known(String text) {
    return text.isEmpty() ? Table.UNKNOWN : text;
  }

  private void add(Table table, ZigbeeNetwork network) {
    Optional<Coordinator> coordinator = network.coordinator();
    Optional<Bridge> bridge = networks.bridgeOf(network);
    table.row(
        network.name(),
        DeviceWords.spoken(network.status().state()),
        known(network.status().port()),
        known(network.status().adapter()),
        network.joinWindow().map(window -> "open, " + time.until(window.end())).orElse("closed"),
        coordinator.map(known -> known.ieeeAddress().toString()).orElse(Table.UNKNOWN),
        coordinator.map(Coordinator::type).orElse(Table.UNKNOWN),
        coordinator.map(known -> Integer.toString(known.channel())).orElse(Table.UNKNOWN),
        coordinator.map(known -> "0x%04X".formatted(known.panId())).orElse(Table.UNKNOWN),
        network.nodes().size(),
        bridge.map(Bridge::baseTopic).orElse(Table.UNKNOWN),
        bridge.map(there -> there.isOnline() ? "online" : "offline").orElse("none"));
  }
}
