package org.waggle.bridge.entity;

import org.waggle.zcl.IeeeAddress;

/** What an entity is known by, whatever its name. */
public sealed interface EntityKey {

  /** A device. */
  record Device(IeeeAddress address) implements EntityKey {

    @Override
    public String id() {
      return address.toString();
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
