package org.waggle.bridge.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.device.DeviceMemory;
import org.waggle.bridge.entity.Entities;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.device.api.access.Scene;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** {@code bridge/groups}: all groups with their members and scenes. */
public final class GroupsTopic {

  private final ZigbeeNetwork network;
  private final EntityNames names;
  private final DeviceMemory memory;
  private final Outbox outbox;

  public GroupsTopic(ZigbeeNetwork network, EntityNames names, DeviceMemory memory, Outbox outbox) {
    this.network = network;
    this.names = names;
    this.memory = memory;
    this.outbox = outbox;
  }

  public void publish() {
    List<Map<String, ?>> groups = new ArrayList<>();
    network.groups().forEach(group -> groups.add(json(group)));
    outbox.publishQuietly("bridge/groups", JsonText.sorted(groups), PublishOptions.RETAINED);
  }

  private Map<String, @Nullable Object> json(ZigbeeGroup group) {
    EntityKey key = new EntityKey.Group(group.id());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", group.id());
    json.put(
        "friendly_name",
        group.id() == Entities.DEFAULT_BIND_GROUP ? "default_bind_group" : names.name(key));
    if (names.options(key).get("description") instanceof String description) {
      json.put("description", description);
    }
    List<Scene> scenes = new ArrayList<>();
    List<Map<String, Object>> members = new ArrayList<>();
    for (EndpointAddress member : group.members()) {
      scenes.addAll(memory.scenes(member.node(), member.endpoint()));
      members.add(Map.of("ieee_address", member.node().toString(), "endpoint", member.endpoint()));
    }
    json.put("scenes", EndpointJson.scenes(scenes, group.id()));
    json.put("members", members);
    return json;
  }
}
