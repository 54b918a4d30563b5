package org.waggle.bridge.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.DocumentStore;

/**
 * The names and options of devices and groups, and the list of blocked devices. Records of devices
 * that left stay, so that their names survive.
 *
 * <p>Changed on the event thread, read on any: what is handed out never changes. Changes are
 * durable once {@link #save} completed.
 */
public final class Entities implements EntityNames {

  /** The group Zigbee2MQTT binds remotes to by default: it needs no record. */
  public static final int DEFAULT_BIND_GROUP = 901;

  private static final String DOCUMENT = "entities";

  private final DocumentStore store;
  private volatile Map<IeeeAddress, EntityRecord> devices = Map.of();
  private volatile Map<Integer, EntityRecord> groups = Map.of();
  private volatile Map<String, EntityKey> byName = Map.of();
  private volatile List<String> blocklist = List.of();

  public Entities(DocumentStore store) {
    this.store = store;
  }

  /**
   * Reads what was saved. Blocks.
   *
   * @throws IllegalStateException if it is not readable: going on would lose the user's names
   */
  public void load() {
    Optional<String> document = store.load(DOCUMENT);
    if (document.isEmpty()) {
      return;
    }
    EntityDocument read = EntityDocument.ofText(document.get());
    blocklist = read.blocklist();
    replace(read.devices(), read.groups());
  }

  /** Writes all; completed, on the storage thread, when it is on disk. */
  public CompletionStage<Void> save() {
    return store.save(DOCUMENT, document().toText());
  }

  private EntityDocument document() {
    return new EntityDocument(devices, groups, blocklist);
  }

  /** Records of devices as in Zigbee2MQTT's configuration. */
  public Map<String, @Nullable Object> devicesJson() {
    return document().devicesJson();
  }

  /** Records of groups as in Zigbee2MQTT's configuration. */
  public Map<String, @Nullable Object> groupsJson() {
    return document().groupsJson();
  }

  public Set<Integer> groupIds() {
    return groups.keySet();
  }

  public List<String> blocklist() {
    return blocklist;
  }

  public boolean isBlocked(IeeeAddress address) {
    return blocklist.contains(address.toString());
  }

  /** Refuses a device from now on. */
  public void block(IeeeAddress address) {
    List<String> longer = new ArrayList<>(blocklist);
    longer.add(address.toString());
    blocklist = List.copyOf(longer);
  }

  /** The device or group with an id or else a name; the id is that of a record, present or not. */
  public Optional<EntityKey> find(String idOrName) {
    Optional<EntityKey> byId =
        IeeeAddress.parse(idOrName)
            .filter(address -> devices.containsKey(address) && address.toString().equals(idOrName))
            .map(EntityKey.Device::new);
    if (byId.isPresent()) {
      return byId;
    }
    EntityKey named = byName.get(idOrName);
    if (named instanceof EntityKey.Device) {
      return Optional.of(named);
    }
    return groupId(idOrName)
        .<EntityKey>map(EntityKey.Group::new)
        .or(() -> Optional.ofNullable(named));
  }

  private Optional<Integer> groupId(String text) {
    return groups.keySet().stream().filter(id -> id.toString().equals(text)).findFirst();
  }

  public Optional<EntityRecord> record(EntityKey key) {
    if (key instanceof EntityKey.Device device) {
      return Optional.ofNullable(devices.get(device.address()));
    }
    return key instanceof EntityKey.Group group
        ? Optional.ofNullable(groups.get(group.number()))
        : Optional.empty();
  }

  @Override
  public String name(EntityKey key) {
    return record(key).map(EntityRecord::friendlyName).orElseGet(key::id);
  }

  @Override
  public Map<String, @Nullable Object> options(EntityKey key) {
    return record(key).map(EntityRecord::options).orElse(Map.of());
  }

  /** Gives a device a record if it has none. */
  public boolean ensure(IeeeAddress address) {
    if (devices.containsKey(address)) {
      return false;
    }
    putDevice(address, new EntityRecord(address.toString(), Map.of()));
    return true;
  }

  /** Gives a group a record if it has none and is to have one. */
  public boolean ensure(int group) {
    if (group == DEFAULT_BIND_GROUP || groups.containsKey(group)) {
      return false;
    }
    putGroup(group, new EntityRecord(Integer.toString(group), Map.of()));
    return true;
  }

  /**
   * Gives a new group a name.
   *
   * @param id in the text that the user gave, blank for the lowest that is free
   * @return its id
   */
  public int addGroup(String name, String id) {
    checkName(name);
    int number = 1;
    if (id.isBlank()) {
      while (groups.containsKey(number)) {
        number++;
      }
    } else {
      number = parseGroupId(id);
      if (groups.containsKey(number)) {
        throw new BridgeException("Group ID '" + id + "' is already in use");
      }
    }
    putGroup(number, new EntityRecord(name, Map.of()));
    return number;
  }

  private static int parseGroupId(String id) {
    try {
      int number = Integer.parseInt(id);
      if (number >= 1 && number <= 0xFFF7) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new BridgeException("Group ID '" + id + "' is not a number", e);
    }
    throw new BridgeException("Group ID '" + id + "' is not between 1 and 65527");
  }

  /** Checks that an entity may be given a name. */
  private void checkName(String name) {
    FriendlyNames.fault(name)
        .ifPresent(
            fault -> {
              throw new BridgeException(fault);
            });
    if (find(name).isPresent()) {
      throw new BridgeException("friendly_name '" + name + "' is already in use");
    }
  }

  public void rename(EntityKey key, String name) {
    checkName(name);
    change(key, entity -> entity.withName(name));
  }

  public void setOptions(EntityKey key, Map<String, @Nullable Object> options) {
    change(key, entity -> entity.withOptions(options));
  }

  public void remove(EntityKey key) {
    if (key instanceof EntityKey.Device device) {
      Map<IeeeAddress, EntityRecord> fewer = new LinkedHashMap<>(devices);
      fewer.remove(device.address());
      replace(fewer, groups);
    } else if (key instanceof EntityKey.Group group) {
      Map<Integer, EntityRecord> fewer = new LinkedHashMap<>(groups);
      fewer.remove(group.number());
      replace(devices, fewer);
    }
  }

  private void change(EntityKey key, UnaryOperator<EntityRecord> change) {
    EntityRecord old =
        record(key)
            .orElseThrow(
                () -> new BridgeException("Device or group '" + key.id() + "' does not exist"));
    if (key instanceof EntityKey.Device device) {
      putDevice(device.address(), change.apply(old));
    } else if (key instanceof EntityKey.Group group) {
      putGroup(group.number(), change.apply(old));
    }
  }

  private void putDevice(IeeeAddress address, EntityRecord entity) {
    Map<IeeeAddress, EntityRecord> more = new LinkedHashMap<>(devices);
    more.put(address, entity);
    replace(more, groups);
  }

  private void putGroup(int id, EntityRecord entity) {
    Map<Integer, EntityRecord> more = new LinkedHashMap<>(groups);
    more.put(id, entity);
    replace(devices, more);
  }

  private void replace(
      Map<IeeeAddress, EntityRecord> newDevices, Map<Integer, EntityRecord> newGroups) {
    Map<String, EntityKey> names = new LinkedHashMap<>();
    newGroups.forEach((id, group) -> names.put(group.friendlyName(), new EntityKey.Group(id)));
    newDevices.forEach(
        (address, device) -> names.put(device.friendlyName(), new EntityKey.Device(address)));
    devices = Collections.unmodifiableMap(newDevices);
    groups = Collections.unmodifiableMap(newGroups);
    byName = Map.copyOf(names);
  }
}
