package org.waggle.shell;

import static org.waggle.shell.Results.USUAL_LIMIT;
import static org.waggle.shell.Table.Column.numbers;
import static org.waggle.shell.Table.Column.words;

import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gogo commands about the radios of networks. */
@Component(
    service = RadioCommands.class,
    property = {
      "osgi.command.scope=waggle",
      "osgi.command.function=counters",
      "osgi.command.function=scan"
    })
public final class RadioCommands {

  private final Networks networks;
  private final Results results;

  @Activate
  public RadioCommands(@Reference Networks networks) {
    this(networks, new Results(USUAL_LIMIT));
  }

  RadioCommands(Networks networks, Results results) {
    this.networks = networks;
    this.results = results;
  }

  /** Prints what a coordinator and the link to it counted. */
  @Descriptor("tells what a coordinator and the link to it counted: frames, retries, failures")
  public void counters(
      CommandSession session,
      @Descriptor("the network, where there are several")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("none") @Nullable String... words) {
    Console.run(
        session,
        console -> {
          Arguments.exactly(0, "counters [-n NETWORK]", words);
          Table table = new Table(words("COUNTER"), numbers("COUNT"));
          results
              .await(networks.network(network).counters())
              .forEach((name, count) -> table.row(name, count));
          console.print(table);
        });
  }

  /** Prints how busy the channels are. */
  @Descriptor("measures how busy the channels are; the network is deaf meanwhile")
  public void scan(
      CommandSession session,
      @Descriptor("the network, where there are several")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("none") @Nullable String... words) {
    Console.run(
        session,
        console -> {
          Arguments.exactly(0, "scan [-n NETWORK]", words);
          Table table = new Table(numbers("CHANNEL"), numbers("DBM"));
          Map<Integer, Integer> energies =
              new TreeMap<>(results.await(networks.network(network).energyScan()));
          energies.forEach((channel, energy) -> table.row(channel, energy));
          console.print(table);
        });
  }
}
