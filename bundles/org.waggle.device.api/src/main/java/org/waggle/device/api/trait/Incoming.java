package org.waggle.device.api.trait;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.access.Device;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zcl.cluster.CommandDefinition;

/** A message on its way through the traits of a sheet. */
final class Incoming {

  private final DeviceMessage message;
  private final Device device;
  private final Optional<Attributes> attributes;
  private final Optional<Reception.Command> command;
  private final Map<String, Integer> endpointNames;

  Incoming(DeviceMessage message, Device device, Map<String, Integer> endpointNames) {
    this.message = message;
    this.device = device;
    this.attributes = Attributes.of(message.clusterId(), message.frame());
    this.command = command(message);
    this.endpointNames = endpointNames;
  }

  private static Optional<Reception.Command> command(DeviceMessage message) {
    if (!(message.frame().command() instanceof ClusterCommand command)) {
      return Optional.empty();
    }
    OptionalInt code = message.frame().header().manufacturerCode();
    boolean fromServer = message.frame().header().direction() == Direction.SERVER_TO_CLIENT;
    Optional<CommandDefinition> definition =
        Clusters.standard()
            .find(message.clusterId(), code)
            .flatMap(c -> fromServer ? c.response(command.id()) : c.command(command.id()));
    return definition.flatMap(
        d ->
            d.decode(command.payload())
                .toOptional()
                .map(values -> new Reception.Command(d.name(), values)));
  }

  Map<String, @Nullable Object> decode(List<Traits.Listener> listeners) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    for (Traits.Listener listener : listeners) {
      Scope scope = listener.trait().scope();
      if (!scope.covers(message.endpoint(), endpointNames)) {
        continue;
      }
      String suffix =
          scope.names().isEmpty() ? "" : "_" + Scope.nameOf(message.endpoint(), endpointNames);
      Reception reception = new Reception(message, device, attributes, command, suffix);
      if (listener.decoder().understands(reception)) {
        state.putAll(listener.decoder().decode().apply(reception));
      }
    }
    return state;
  }
}
