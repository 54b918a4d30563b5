package org.waggle.bridge.feature;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.device.Endpoints;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.state.StatePublisher;
import org.waggle.bridge.state.States;
import org.waggle.device.api.expose.Expose;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * Keeps the states of groups and of their members in step: what a member says is true of its
 * groups, and what is set for a group is true of its members. Used on the event thread.
 */
public final class GroupSync implements StatePublisher.ChangeListener {

  private static final Set<String> SHARED =
      Set.of("state", "brightness", "color_temp", "color", "color_mode");

  private final ZigbeeNetwork network;
  private final EntityNames names;
  private final States states;
  private final Definitions definitions;
  private final Endpoints endpoints;
  private final StatePublisher publisher;
  private final Map<Integer, Map<String, @Nullable Object>> lastOfMembers = new HashMap<>();

  public GroupSync(
      ZigbeeNetwork network,
      EntityNames names,
      States states,
      Definitions definitions,
      Endpoints endpoints,
      StatePublisher publisher) {
    this.network = network;
    this.names = names;
    this.states = states;
    this.definitions = definitions;
    this.endpoints = endpoints;
    this.publisher = publisher;
  }

  @Override
  public void changed(
      EntityKey entity, Map<String, @Nullable Object> update, PublishReason reason) {
    if (reason == PublishReason.GROUP || reason == PublishReason.CACHED) {
      return;
    }
    if (entity instanceof EntityKey.Device device) {
      memberChanged(device, update);
    } else if (entity instanceof EntityKey.Group group) {
      groupChanged(group, update);
    }
  }

  private void memberChanged(EntityKey.Device device, Map<String, @Nullable Object> update) {
    if (network.groups().isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> shared = new LinkedHashMap<>();
    String endpointName = "";
    Set<String> suffixes = endpoints.suffixes(device.address());
    for (Map.Entry<String, @Nullable Object> entry : update.entrySet()) {
      String key = entry.getKey();
      for (String suffix : suffixes) {
        if (key.endsWith("_" + suffix)) {
          endpointName = suffix;
          key = key.substring(0, key.length() - suffix.length() - 1);
          break;
        }
      }
      if (SHARED.contains(key)) {
        shared.put(key, entry.getValue());
      }
    }
    Optional<ZigbeeEndpoint> endpoint =
        shared.isEmpty() ? Optional.empty() : endpoints.find(device.address(), endpointName);
    if (endpoint.isPresent()) {
      tellGroups(new EndpointAddress(device.address(), endpoint.get().id()), shared);
    }
  }

  private void tellGroups(EndpointAddress member, Map<String, @Nullable Object> shared) {
    for (ZigbeeGroup group : network.groups()) {
      EntityKey key = new EntityKey.Group(group.id());
      if (group.members().contains(member)
          && publisher.rules(key).optimistic()
          && !shared.equals(lastOfMembers.get(group.id()))
          && mayFollow(group, shared)) {
        lastOfMembers.put(group.id(), shared);
        publisher.publish(key, shared, PublishReason.GROUP);
      }
    }
  }

  private void groupChanged(EntityKey.Group changed, Map<String, @Nullable Object> update) {
    Map<String, @Nullable Object> shared = new LinkedHashMap<>(update);
    shared.keySet().retainAll(SHARED);
    Optional<ZigbeeGroup> group = network.group(changed.number());
    if (shared.isEmpty() || group.isEmpty()) {
      return;
    }
    lastOfMembers.remove(changed.number());
    Set<EntityKey> others = new LinkedHashSet<>();
    for (EndpointAddress member : group.get().members()) {
      EntityKey.Device device = new EntityKey.Device(member.node());
      if (network.node(member.node()).isEmpty()
          || Boolean.TRUE.equals(names.options(device).get("disabled"))) {
        continue;
      }
      publisher.publish(device, forMember(member, shared), PublishReason.GROUP);
      for (ZigbeeGroup other : network.groups()) {
        EntityKey key = new EntityKey.Group(other.id());
        if (other.members().contains(member)
            && publisher.rules(key).optimistic()
            && mayFollow(other, shared)) {
          others.add(key);
        }
      }
    }
    others.remove(changed);
    others.forEach(other -> publisher.publish(other, shared, PublishReason.GROUP));
  }

  /** What of a group's state a member can have, named as the member names it. */
  private Map<String, @Nullable Object> forMember(
      EndpointAddress member, Map<String, @Nullable Object> shared) {
    List<Expose> exposes =
        definitions
            .serving(member.node())
            .map(serving -> serving.facts().definitionExposes())
            .orElse(List.of());
    String suffix =
        endpoints.name(member.node(), member.endpoint()).map(name -> "_" + name).orElse("");
    Map<String, @Nullable Object> update = new LinkedHashMap<>();
    shared.forEach(
        (key, value) -> {
          if (canHave(key, value, exposes)) {
            update.put(key + suffix, value);
          }
        });
    return update;
  }

  private static boolean canHave(String key, @Nullable Object value, List<Expose> exposes) {
    return switch (key) {
      case "brightness", "color_temp" -> hasLightFeature(exposes, key);
      case "color" -> hasLightFeature(exposes, "color_xy") || hasLightFeature(exposes, "color_hs");
      case "color_mode" ->
          hasLightFeature(exposes, "color_" + value)
              || ("color_temp".equals(value) && hasLightFeature(exposes, "color_temp"));
      default -> true;
    };
  }

  private static boolean hasLightFeature(List<Expose> exposes, String feature) {
    return exposes.stream()
        .anyMatch(expose -> expose.type().equals("light") && expose.feature(feature).isPresent());
  }

  /**
   * Whether a group may be said to be off: all members are, unless the last one to speak counts.
   */
  private boolean mayFollow(ZigbeeGroup group, Map<String, @Nullable Object> shared) {
    Object state = shared.get("state");
    if (!"OFF".equals(state) && !"CLOSE".equals(state)) {
      return true;
    }
    Object offState = names.options(new EntityKey.Group(group.id())).get("off_state");
    return "last_member_state".equals(offState)
        || group.members().stream().noneMatch(this::isOnOrOpen);
  }

  private boolean isOnOrOpen(EndpointAddress member) {
    Map<String, @Nullable Object> state = states.state(member.node().toString());
    Optional<String> suffixed =
        endpoints.name(member.node(), member.endpoint()).map(name -> "state_" + name);
    Object value = suffixed.filter(state::containsKey).map(state::get).orElse(state.get("state"));
    return "ON".equals(value) || "OPEN".equals(value);
  }
}
