package org.waggle.shell;

import static org.waggle.shell.Results.USUAL_LIMIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.api.CommandResult;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;

/** Gogo commands that change devices and groups. */
@Component(
    service = EntityCommands.class,
    property = {
      "osgi.command.scope=waggle",
      "osgi.command.function=set",
      "osgi.command.function=rename",
      "osgi.command.function=remove"
    })
public final class EntityCommands {

  /** What may be said without JSON, as on a set topic. */
  private static final Set<String> STATES =
      Set.of("on", "off", "toggle", "open", "close", "stop", "lock", "unlock");

  private final Networks networks;
  private final Results results;

  @Activate
  public EntityCommands(@Reference Networks networks) {
    this(networks, new Results(USUAL_LIMIT));
  }

  EntityCommands(Networks networks, Results results) {
    this.networks = networks;
    this.results = results;
  }

  /** Sets keys of a device or group. */
  @Descriptor("sets what a device or group does, as on its set topic")
  public void set(
      CommandSession session,
      @Descriptor("the network, where there are several")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("NAME JSON, the JSON in single quotes, or just on, off, open, ...")
          @Nullable String... nameAndJson) {
    Console.run(
        session,
        console -> {
          List<String> arguments =
              Arguments.atLeast(2, "set [-n NETWORK] NAME '{\"KEY\":VALUE}'", nameAndJson);
          String name = arguments.get(0);
          // A shell may have taken the spaces of an object for the ends of words.
          String text = String.join(" ", arguments.subList(1, arguments.size()));
          Map<String, @Nullable Object> payload =
              STATES.contains(text.toLowerCase(Locale.ROOT))
                  ? Map.of("state", text)
                  : Json.object(text);
          CommandResult result = results.await(networks.bridge(network).set(name, payload));
          report(console, name, payload, result);
        });
  }

  /** Gives a device or group another name. */
  @Descriptor("gives a device or group another name")
  public void rename(
      CommandSession session,
      @Descriptor("the network, where there are several")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("OLD NEW: friendly names") @Nullable String... oldAndNew) {
    Console.run(
        session,
        console -> {
          List<String> names = Arguments.exactly(2, "rename [-n NETWORK] OLD NEW", oldAndNew);
          Bridge bridge = networks.bridge(network);
          Entity entity = entity(bridge, names.get(0));
          results.await(
              bridge.request(
                  kind(entity) + "/rename", Map.of("from", names.get(0), "to", names.get(1))));
          console.print("'%s' is '%s' now.".formatted(entity.friendlyName(), names.get(1)));
        });
  }

  /** Removes a device from its network, or a group. */
  @Descriptor("removes a device from its network, or a group")
  public void remove(
      CommandSession session,
      @Descriptor("the network, where there are several")
          @Parameter(
              names = {"-n", "--network"},
              absentValue = Networks.UNNAMED)
          String network,
      @Descriptor("forget it even if it does not answer")
          @Parameter(
              names = {"-f", "--force"},
              presentValue = "true",
              absentValue = "false")
          boolean force,
      @Descriptor("NAME: friendly name, IEEE address or group id") @Nullable String... name) {
    Console.run(
        session,
        console -> {
          String key = Arguments.exactly(1, "remove [-n NETWORK] [-f] NAME", name).get(0);
          Bridge bridge = networks.bridge(network);
          Entity entity = entity(bridge, key);
          results.await(
              bridge.request(kind(entity) + "/remove", Map.of("id", key, "force", force)));
          console.print("'%s' is removed.".formatted(entity.friendlyName()));
        });
  }

  private static Entity entity(Bridge bridge, String key) {
    return bridge
        .entity(key)
        .orElseThrow(() -> new CommandException("There is no device or group '" + key + "'."));
  }

  private static String kind(Entity entity) {
    return entity instanceof DeviceEntity ? "device" : "group";
  }

  private static void report(
      Console console, String name, Map<String, @Nullable Object> payload, CommandResult result) {
    List<String> done = new ArrayList<>(payload.keySet());
    done.removeAll(result.errors().keySet());
    if (!done.isEmpty()) {
      console.print(name + ": set " + String.join(", ", done));
    }
    result.errors().forEach((key, error) -> console.print(name + ": " + key + " failed: " + error));
  }
}
