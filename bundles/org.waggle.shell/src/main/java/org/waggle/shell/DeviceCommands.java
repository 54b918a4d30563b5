package org.waggle.shell;

import static org.waggle.shell.Table.Column.numbers;
import static org.waggle.shell.Table.Column.words;

import java.time.InstantSource;
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
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;
import org.waggle.zigbee.api.ZigbeeNode;

/** Gogo commands that show devices. */
@Component(
    service = DeviceCommands.class,
    property = {
      "osgi.command.scope=waggle",
      "osgi.command.function=devices",
      "osgi.command.function=device"
    })
public final class DeviceCommands {

  private final Networks networks;
  private final RelativeTime time;

  @Activate
  public DeviceCommands(@Reference Networks networks) {
    this(networks, InstantSource.system());
  }

  DeviceCommands(Networks networks, InstantSource clock) {
    this.networks = networks;
    this.time = new RelativeTime(clock);
  }

  /** Prints a table of the devices. */
  @Descriptor("lists the devices")
  public void devices(
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
          Arguments.exactly(0, "devices [-n NETWORK]", words);
          list(console, networks.bridges(network));
        });
  }

  /** Prints all that is known of a device. */
  @Descriptor("shows a device")
  public void device(
      CommandSession session,
      @Descriptor("the network, if not all")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("NAME: friendly name or IEEE address") @Nullable String... name) {
    Console.run(
        session,
        console -> {
          String key = Arguments.exactly(1, "device [-n NETWORK] NAME", name).get(0);
          show(console, networks.bridges(network), key);
        });
  }

  private void list(Console console, List<Bridge> bridges) {
    Table table =
        new Table(
            words("NAME"),
            words("NETWORK"),
            words("IEEE ADDRESS"),
            words("TYPE"),
            words("VENDOR"),
            words("MODEL"),
            words("STATUS"),
            numbers("LQI"),
            words("LAST SEEN"));
    bridges.forEach(bridge -> bridge.devices().forEach(device -> add(table, bridge, device)));
    if (table.isEmpty()) {
      console.print("There are no devices. waggle:permit 60 lets them join for 60 s.");
    } else {
      console.print(table);
    }
  }

  private void add(Table table, Bridge bridge, DeviceEntity device) {
    ZigbeeNode node = device.node();
    table.row(
        device.friendlyName(),
        bridge.network(),
        device.id(),
        DeviceWords.type(node),
        DeviceWords.vendor(device),
        DeviceWords.model(device),
        DeviceWords.status(device),
        DeviceWords.linkQuality(node),
        time.ago(node.lastSeen()));
  }

  private void show(Console console, List<Bridge> bridges, String key) {
    boolean found = false;
    for (Bridge bridge : bridges) {
      Optional<Entity> entity = bridge.entity(key);
      if (entity.isPresent()) {
        if (found) {
          console.print("");
        }
        found = true;
        if (entity.get() instanceof DeviceEntity device) {
          new DeviceSheet(bridge, device, time).printOn(console);
        } else {
          console.print("'" + key + "' is a group: see waggle:groups.");
        }
      }
    }
    if (!found) {
      throw new CommandException("There is no device '" + key + "'.");
    }
  }
}
