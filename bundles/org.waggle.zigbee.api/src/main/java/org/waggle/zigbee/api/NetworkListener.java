package org.waggle.zigbee.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.waggle.zcl.IeeeAddress;

/**
 * Hears what happens on a network. Called on the network's event thread, one call at a time; must
 * not block. The snapshots that the network hands out during a call already show what the call
 * tells.
 */
@ConsumerType
public interface NetworkListener {

  /** The radio came or went. */
  default void statusChanged(NetworkStatus status) {}

  /** Joining was opened, closed, or ended by time. */
  default void joinWindowChanged() {}

  /** A node joined that was not on the network before; its interview follows. */
  default void joined(ZigbeeNode node) {}

  /** A node told the network that it is there, after a restart or on a new address. */
  default void announced(ZigbeeNode node) {}

  /** A node's interview moved on. */
  default void interviewed(ZigbeeNode node) {}

  /** A node left, or was removed. */
  default void left(IeeeAddress ieeeAddress) {}

  /** A node's network address changed. */
  default void addressChanged(ZigbeeNode node) {}

  /** Bindings, reporting or descriptors of a node changed. */
  default void nodeChanged(ZigbeeNode node) {}

  /** A group came, went, or changed its members. */
  default void groupsChanged() {}

  /**
   * A ZCL frame arrived: reports, commands, and also answers to requests, late ones included. It is
   * told before the stage of the request that it answers completes. An unreadable frame is only
   * {@linkplain #heard heard}.
   */
  default void received(ZclMessage message) {}

  /** Anything of a node was heard that is not a ZCL message: proof of life for {@code lastSeen}. */
  default void heard(ZigbeeNode node) {}
}
