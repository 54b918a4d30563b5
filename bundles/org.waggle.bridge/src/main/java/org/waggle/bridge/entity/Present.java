package org.waggle.bridge.entity;

import java.util.Optional;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** The entities that are on the network, found by what users call them. */
public final class Present {

  private final ZigbeeNetwork network;
  private final Entities entities;

  public Present(ZigbeeNetwork network, Entities entities) {
    this.network = network;
    this.entities = entities;
  }

  /** An entity and, where one was named, an endpoint of it. */
  public record Addressed(EntityKey entity, Optional<String> endpoint) {}

  /** The device, group or coordinator with a friendly name, IEEE address or group id. */
  public Optional<EntityKey> find(String key) {
    if (key.equalsIgnoreCase("coordinator") || isCoordinator(key)) {
      return Optional.of(new EntityKey.Coordinator());
    }
    return entities.find(key).filter(this::isPresent);
  }

  private boolean isCoordinator(String key) {
    return network
        .coordinator()
        .map(Coordinator::ieeeAddress)
        .filter(address -> address.toString().equals(key))
        .isPresent();
  }

  private boolean isPresent(EntityKey key) {
    if (key instanceof EntityKey.Device device) {
      return network.node(device.address()).isPresent();
    }
    return true;
  }

  /** An entity, or else an entity and an endpoint after the last slash. */
  public Optional<Addressed> findWithEndpoint(String name) {
    Optional<EntityKey> whole = find(name);
    if (whole.isPresent()) {
      return Optional.of(new Addressed(whole.get(), Optional.empty()));
    }
    String endpoint = endpointOf(name);
    return find(entityOf(name)).map(entity -> new Addressed(entity, Optional.of(endpoint)));
  }

  /** What stands before the last slash, if there is something behind it. */
  public static String entityOf(String name) {
    int slash = name.lastIndexOf('/');
    return slash > 0 && slash < name.length() - 1 ? name.substring(0, slash) : name;
  }

  private static String endpointOf(String name) {
    return name.substring(entityOf(name).length()).replace("/", "");
  }
}
