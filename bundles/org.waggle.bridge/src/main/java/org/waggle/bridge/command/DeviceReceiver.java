package org.waggle.bridge.command;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.command.Commands.Tools;
import org.waggle.bridge.device.Endpoints;
import org.waggle.bridge.device.Serving;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.zigbee.api.ZigbeeEndpoint;

/** A device, as whom a command is for. */
final class DeviceReceiver implements Receiver {

  private final Tools tools;
  private final EntityKey.Device device;
  private final String topicEndpoint;

  /**
   * @param topicEndpoint name or number in the topic; empty if there was none
   */
  DeviceReceiver(Tools tools, EntityKey.Device device, String topicEndpoint) {
    this.tools = tools;
    this.device = device;
    this.topicEndpoint = topicEndpoint;
  }

  @Override
  public EntityKey entity() {
    return device;
  }

  @Override
  public AddressedKey address(String key) {
    Set<String> suffixes = tools.endpoints().suffixes(device.address());
    for (int at = key.indexOf('_'); at >= 0; at = key.indexOf('_', at + 1)) {
      String suffix = key.substring(at + 1);
      Optional<Integer> endpoint = suffixes.contains(suffix) ? id(suffix) : Optional.empty();
      if (endpoint.isPresent()) {
        return new AddressedKey(key, key.substring(0, at), Optional.of(suffix), endpoint.get());
      }
    }
    int id = id(topicEndpoint).orElse(0);
    return new AddressedKey(key, key, endpointName(id), id);
  }

  private Optional<Integer> id(String endpoint) {
    return tools.endpoints().find(device.address(), endpoint).map(ZigbeeEndpoint::id);
  }

  /** The topic's endpoint, by its name rather than its number. */
  private Optional<String> endpointName(int id) {
    if (topicEndpoint.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name =
        Endpoints.isNumber(topicEndpoint)
            ? tools.endpoints().name(device.address(), id)
            : Optional.empty();
    return Optional.of(name.orElse(topicEndpoint));
  }

  @Override
  public CompletionStage<Optional<Route>> route(AddressedKey key) {
    Optional<Serving> serving = tools.definitions().serving(device.address());
    Optional<DeviceEndpoint> endpoint =
        serving.flatMap(found -> found.device().endpoint(key.targetId()));
    if (serving.isEmpty() || endpoint.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return serving
        .get()
        .encoder(key.key(), key.endpointName())
        .thenApply(found -> found.map(encoder -> new Route(encoder, endpoint.get())));
  }
}
