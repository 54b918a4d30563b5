package org.waggle.bridge.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.state.States;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/** Entities as others see them. For any thread. */
public final class Snapshots {

  private final ZigbeeNetwork network;
  private final EntityNames names;
  private final States states;
  private final Definitions definitions;

  public Snapshots(
      ZigbeeNetwork network, EntityNames names, States states, Definitions definitions) {
    this.network = network;
    this.names = names;
    this.states = states;
    this.definitions = definitions;
  }

  public List<DeviceEntity> devices() {
    List<DeviceEntity> devices = new ArrayList<>();
    network.nodes().forEach(node -> devices.add(of(node)));
    return devices;
  }

  public List<GroupEntity> groups() {
    List<GroupEntity> groups = new ArrayList<>();
    network.groups().forEach(group -> groups.add(of(group)));
    return groups;
  }

  /** An entity as it is now; empty for the coordinator and what is not on the network. */
  public Optional<Entity> of(EntityKey key) {
    if (key instanceof EntityKey.Device device) {
      return network.node(device.address()).map(this::of);
    }
    return key instanceof EntityKey.Group group
        ? network.group(group.number()).map(this::of)
        : Optional.empty();
  }

  public DeviceEntity of(ZigbeeNode node) {
    EntityKey key = new EntityKey.Device(node.ieeeAddress());
    return new DeviceEntity(
        node,
        names.name(key),
        names.options(key),
        states.state(key.id()),
        definitions.serving(node.ieeeAddress()).map(serving -> serving.facts().summary()));
  }

  public GroupEntity of(ZigbeeGroup group) {
    EntityKey key = new EntityKey.Group(group.id());
    return new GroupEntity(group, names.name(key), names.options(key), states.state(key.id()));
  }
}
