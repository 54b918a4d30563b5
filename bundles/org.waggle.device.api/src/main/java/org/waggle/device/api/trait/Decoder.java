package org.waggle.device.api.trait;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.CommandDefinition;

/**
 * Turns messages about one cluster into state.
 *
 * @param commands names of the commands it understands; none if it understands attributes
 * @param options that it obeys
 * @param decode gives properties and their values; empty if a message tells it nothing
 */
public record Decoder(
    int clusterId,
    Set<String> commands,
    List<Expose> options,
    Function<Reception, Map<String, @Nullable Object>> decode) {

  public Decoder {
    commands = Set.copyOf(commands);
    options = List.copyOf(options);
  }

  /** Understands reports, and answers to reads, of attributes of a standard cluster. */
  public static Decoder ofAttributes(String cluster, AttributesDecoder decode, Expose... options) {
    return ofAttributes(Attribute.cluster(cluster).id(), decode, options);
  }

  /** Understands reports, and answers to reads, of attributes. */
  public static Decoder ofAttributes(int clusterId, AttributesDecoder decode, Expose... options) {
    return new Decoder(
        clusterId,
        Set.of(),
        List.of(options),
        reception ->
            reception
                .attributes()
                .map(attributes -> decode.decode(reception, attributes))
                .orElse(Map.of()));
  }

  /**
   * Understands commands of a standard cluster, of either direction.
   *
   * @throws IllegalArgumentException if the cluster has no such command
   */
  public static Decoder ofCommands(
      String cluster, Set<String> commands, CommandDecoder decode, Expose... options) {
    ClusterDefinition definition = Attribute.cluster(cluster);
    Set<String> unknown = new HashSet<>(commands);
    definition.commands().stream().map(CommandDefinition::name).forEach(unknown::remove);
    definition.responses().stream().map(CommandDefinition::name).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no commands " + cluster + "." + unknown);
    }
    return new Decoder(
        definition.id(),
        commands,
        List.of(options),
        reception ->
            reception.command().map(command -> decode.decode(reception, command)).orElse(Map.of()));
  }

  /** Makes state of attributes. */
  @FunctionalInterface
  public interface AttributesDecoder {
    Map<String, @Nullable Object> decode(Reception reception, Attributes attributes);
  }

  /** Makes state of a command. */
  @FunctionalInterface
  public interface CommandDecoder {
    Map<String, @Nullable Object> decode(Reception reception, Reception.Command command);
  }

  /** Whether a message is for it. */
  boolean understands(Reception reception) {
    if (reception.message().clusterId() != clusterId) {
      return false;
    }
    Optional<String> command = reception.command().map(Reception.Command::name);
    return command.isPresent()
        ? commands.contains(command.get())
        : commands.isEmpty() && reception.attributes().isPresent();
  }
}
