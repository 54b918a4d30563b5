package org.waggle.simulator.device;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** The attributes of one cluster on one endpoint. */
public final class ClusterAttributes {

  private final int cluster;
  private final NavigableMap<AttributeKey, ZclValue> values = new TreeMap<>();
  private final Predicate<AttributeKey> readOnly;
  private BiConsumer<AttributeKey, ZclValue> changed = (key, value) -> {};

  /** {@code readOnly} tells which attributes others may not write. */
  public ClusterAttributes(int cluster, Predicate<AttributeKey> readOnly) {
    this.cluster = cluster;
    this.readOnly = readOnly;
  }

  public int cluster() {
    return cluster;
  }

  /** {@code listener} hears of each change; it replaces the one before. */
  void onChange(BiConsumer<AttributeKey, ZclValue> listener) {
    changed = listener;
  }

  /** All attributes in order of their ids, standard ones first. */
  public NavigableMap<AttributeKey, ZclValue> all() {
    return values;
  }

  public Optional<ZclValue> get(AttributeKey key) {
    return Optional.ofNullable(values.get(key));
  }

  public boolean isReadOnly(AttributeKey key) {
    return readOnly.test(key);
  }

  /** Sets an attribute, which may be new. */
  public void set(AttributeKey key, ZclValue value) {
    ZclValue before = values.put(key, value);
    if (!value.equals(before)) {
      changed.accept(key, value);
    }
  }

  /** Adds a standard attribute unless the device's description has it. */
  public void define(int id, ZclValue initial) {
    values.putIfAbsent(AttributeKey.standard(id), initial);
  }

  public void define(int id, ZclType type, long initial) {
    define(id, ZclValue.of(type, initial));
  }

  public boolean has(int id) {
    return values.containsKey(AttributeKey.standard(id));
  }

  /** The number in a standard attribute; {@code otherwise} if there is none. */
  public long number(int id, long otherwise) {
    ZclValue value = values.get(AttributeKey.standard(id));
    return value == null ? otherwise : value.integer().orElse(otherwise);
  }

  /** Changes the number in a standard attribute, keeping its type; nothing if there is none. */
  public void set(int id, long next) {
    AttributeKey key = AttributeKey.standard(id);
    ZclValue value = values.get(key);
    if (value != null) {
      set(key, ZclValue.of(value.type(), next));
    }
  }

  public boolean truth(int id) {
    return number(id, 0) != 0;
  }

  public void set(int id, boolean next) {
    set(id, next ? 1 : 0);
  }
}
