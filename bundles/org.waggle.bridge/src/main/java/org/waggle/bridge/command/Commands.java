package org.waggle.bridge.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.CommandResult;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.device.Endpoints;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.entity.Present;
import org.waggle.bridge.entity.Present.Addressed;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.log.Faults;
import org.waggle.bridge.state.StatePublisher;
import org.waggle.bridge.state.States;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** Carries out sets and gets. Used on the event thread. */
public final class Commands {

  /**
   * What commands are carried out with.
   *
   * @param scenesChanged run after a command that may have changed scenes
   */
  public record Tools(
      ZigbeeNetwork network,
      EntityNames names,
      Present present,
      States states,
      StatePublisher publisher,
      Definitions definitions,
      Endpoints endpoints,
      BridgeLog log,
      Runnable scenesChanged) {}

  private final Tools tools;

  public Commands(Tools tools) {
    this.tools = tools;
  }

  /**
   * Carries out what came by MQTT, if it is a set or get; what is wrong with it is told in the log
   * only.
   *
   * @param topic without the base topic
   */
  public void receive(String topic, String payload) {
    Optional<Command> command = Command.parse(topic);
    if (command.isPresent()) {
      try {
        CommandRun run = prepare(command.get().type(), command.get().name());
        run.start(CommandPayload.parse(command.get().attribute(), payload));
      } catch (CommandPayload.Invalid e) {
        tools.log().error("Invalid message '" + e.getMessage() + "', skipping...");
      } catch (BridgeException e) {
        tools.log().error(Faults.message(e));
      }
    }
  }

  /** Sets keys of an entity, or of an entity's endpoint. */
  public CompletionStage<CommandResult> set(
      String name, Map<String, ? extends @Nullable Object> message) {
    return run(Command.Type.SET, name, message);
  }

  /** Gets keys of an entity, or of an entity's endpoint. */
  public CompletionStage<CommandResult> get(
      String name, Map<String, ? extends @Nullable Object> message) {
    return run(Command.Type.GET, name, message);
  }

  private CompletionStage<CommandResult> run(
      Command.Type type, String name, Map<String, ? extends @Nullable Object> message) {
    try {
      return prepare(type, name).start(message);
    } catch (BridgeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CommandRun prepare(Command.Type type, String name) {
    Addressed addressed =
        tools
            .present()
            .findWithEndpoint(name)
            .orElseThrow(
                () -> new BridgeException("Entity '" + Present.entityOf(name) + "' is unknown"));
    EntityKey entity = addressed.entity();
    String endpoint = addressed.endpoint().orElse("");
    if (entity instanceof EntityKey.Group group) {
      return new CommandRun(tools, type, new GroupReceiver(tools, group, endpoint));
    }
    if (entity instanceof EntityKey.Device device
        && tools.definitions().serving(device.address()).isPresent()) {
      if (tools.endpoints().find(device.address(), endpoint).isEmpty()) {
        throw new BridgeException(
            "Device '" + tools.names().name(device) + "' has no endpoint '" + endpoint + "'");
      }
      return new CommandRun(tools, type, new DeviceReceiver(tools, device, endpoint));
    }
    throw new BridgeException(
        "Cannot publish to unsupported device '" + tools.names().name(entity) + "'");
  }
}
