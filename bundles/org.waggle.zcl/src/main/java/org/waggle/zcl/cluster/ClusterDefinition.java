package org.waggle.zcl.cluster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A cluster.
 *
 * @param id 0..0xFFFF
 * @param name as Zigbee2MQTT publishes it
 * @param manufacturerCode 0..0xFFFF, of a manufacturer's cluster
 * @param commands from the client to the server
 * @param responses from the server to the client, answers or not
 */
public record ClusterDefinition(
    int id,
    String name,
    OptionalInt manufacturerCode,
    List<AttributeDefinition> attributes,
    List<CommandDefinition> commands,
    List<CommandDefinition> responses) {

  public ClusterDefinition {
    attributes = List.copyOf(attributes);
    commands = List.copyOf(commands);
    responses = List.copyOf(responses);
  }

  /**
   * The attribute a frame means: the manufacturer's one if the frame carries its code and it has
   * such an attribute, else the cluster's own. Of several with one id it is the last, as in
   * Zigbee2MQTT.
   */
  public Optional<AttributeDefinition> attribute(int id, OptionalInt manufacturerCode) {
    Optional<AttributeDefinition> own = Optional.empty();
    for (AttributeDefinition attribute : attributes) {
      if (attribute.id() == id) {
        if (attribute.manufacturerCode().isEmpty()) {
          own = Optional.of(attribute);
        } else if (attribute.manufacturerCode().equals(manufacturerCode)) {
          return Optional.of(attribute);
        }
      }
    }
    return own;
  }

  public Optional<AttributeDefinition> attribute(String name) {
    return attributes.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
  }

  /** Of several with one id it is the first, as in Zigbee2MQTT. */
  public Optional<CommandDefinition> command(int id) {
    return byId(commands, id);
  }

  public Optional<CommandDefinition> command(String name) {
    return byName(commands, name);
  }

  /** Of several with one id it is the first, as in Zigbee2MQTT. */
  public Optional<CommandDefinition> response(int id) {
    return byId(responses, id);
  }

  public Optional<CommandDefinition> response(String name) {
    return byName(responses, name);
  }

  private static Optional<CommandDefinition> byId(List<CommandDefinition> commands, int id) {
    for (CommandDefinition command : commands) {
      if (command.id() == id) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  private static Optional<CommandDefinition> byName(List<CommandDefinition> commands, String name) {
    for (CommandDefinition command : commands) {
      if (command.name().equals(name)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
