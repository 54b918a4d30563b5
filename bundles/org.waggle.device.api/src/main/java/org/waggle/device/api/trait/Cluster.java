package org.waggle.device.api.trait;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Target;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.CommandDefinition;

/** A standard cluster, by the name Zigbee2MQTT publishes, whose commands are sent to devices. */
public final class Cluster {

  private final ClusterDefinition definition;

  private Cluster(ClusterDefinition definition) {
    this.definition = definition;
  }

  /**
   * @throws IllegalArgumentException if there is no such cluster
   */
  public static Cluster of(String name) {
    return new Cluster(Attribute.cluster(name));
  }

  public int id() {
    return definition.id();
  }

  /**
   * @throws IllegalArgumentException if it has no such attribute
   */
  public Attribute attribute(String name) {
    return Attribute.of(definition.name(), name);
  }

  /**
   * Sends a command to the server; now or never.
   *
   * @param values by parameter
   * @return the answer, where there is one
   * @throws IllegalArgumentException if there is no such command, or values do not fit
   */
  public CompletionStage<Optional<ZclFrame>> command(
      Target target, String command, Map<String, ?> values) {
    return command(target, command, values, RequestOptions.DEFAULT);
  }

  /** As the other, with options. */
  public CompletionStage<Optional<ZclFrame>> command(
      Target target, String command, Map<String, ?> values, RequestOptions options) {
    CommandDefinition found =
        definition
            .command(command)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no command " + definition.name() + "." + command));
    return target.command(definition.id(), found.id(), found.encode(values), options);
  }
}
