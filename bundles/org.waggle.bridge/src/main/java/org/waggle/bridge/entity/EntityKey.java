package org.waggle.bridge.entity;

import org.jspecify.annotations.Nullable;
import org.waggle.zcl.IeeeAddress;

/** What an entity is known by, whatever its name. */
public sealed interface EntityKey {

  /** A device. Remembers its id, by which much is found for each of its messages. */
  final class Device implements EntityKey {

    private final IeeeAddress address;
    private @Nullable String id;

    public Device(IeeeAddress address) {
      this.address = address;
    }

    public IeeeAddress address() {
      return address;
    }

    @Override
    public String id() {
      String known = id;
      if (known == null) {
        known = address.toString();
        id = known;
      }
      return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Device device && device.address.equals(address);
    }

    @Override
    public int hashCode() {
      return address.hashCode();
    }

    @Override
    public String toString() {
      return id();
    }
  }

  /** A group. */
  record Group(int number) implements EntityKey {

    @Override
    public String id() {
      return Integer.toString(number);
    }
  }

  /** The coordinator: it has a name, but neither options nor state. */
  record Coordinator() implements EntityKey {

    @Override
    public String id() {
      return "Coordinator";
    }
  }

  /** The IEEE address, or the group's id. */
  String id();
}
