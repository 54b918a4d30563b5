package org.waggle.shell;

import static org.waggle.shell.Table.Column.numbers;
import static org.waggle.shell.Table.Column.words;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.zigbee.api.EndpointAddress;

/** The Gogo command that shows groups. */
@Component(
    service = GroupCommands.class,
    property = {"osgi.command.scope=waggle", "osgi.command.function=groups"})
public final class GroupCommands {

  private final Networks networks;

  @Activate
  public GroupCommands(@Reference Networks networks) {
    this.networks = networks;
  }

  /** Prints a table of the groups. */
  @Descriptor("lists the groups and their members")
  public void groups(
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
          Arguments.exactly(0, "groups [-n NETWORK]", words);
          list(console, networks.bridges(network));
        });
  }

  private static void list(Console console, List<Bridge> bridges) {
    Table table =
        new Table(numbers("ID"), words("NAME"), words("NETWORK"), words("STATE"), words("MEMBERS"));
    for (Bridge bridge : bridges) {
      for (GroupEntity group : bridge.groups()) {
        Object state = group.state().get("state");
        table.row(
            group.id(),
            group.friendlyName(),
            bridge.network(),
            state == null ? Table.UNKNOWN : Json.text(state),
            members(bridge, group));
      }
    }
    if (table.isEmpty()) {
      console.print("There are no groups.");
    } else {
      console.print(table);
    }
  }

  /** Names and endpoints, as in topics. */
  private static String members(Bridge bridge, GroupEntity group) {
    return group.group().members().isEmpty()
        ? Table.UNKNOWN
        : group.group().members().stream()
            .map(member -> name(bridge, member) + "/" + member.endpoint())
            .collect(Collectors.joining(", "));
  }

  private static String name(Bridge bridge, EndpointAddress member) {
    String address = member.node().toString();
    return bridge.entity(address).map(Entity::friendlyName).orElse(address);
  }
}
