package org.waggle.zigbee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.JoinIndication;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.DeviceAnnounce;
import org.waggle.zigbee.api.InterviewState;

/** Who is on the network: nodes join, come back, move to other addresses, and leave. */
final class Membership {

  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  /** What else has to happen when nodes come and go. */
  interface Consequences {

    /** A node wants to be interviewed. */
    void interview(Node node);

    /** A node is gone; forget its requests, its interview, its groups. */
    void forget(Node node);

    /** Nodes changed; save them. */
    void save();
  }

  private final EventThread thread;
  private final NodeTable nodes;
  private final Listeners listeners;
  private final Consequences consequences;
  private final Departed departed = new Departed();

  Membership(EventThread thread, NodeTable nodes, Listeners listeners, Consequences consequences) {
    this.thread = thread;
    this.nodes = nodes;
    this.listeners = listeners;
    this.consequences = consequences;
  }

  void joined(JoinIndication indication) {
    IeeeAddress address = indication.ieeeAddress();
    if (indication.kind() == JoinIndication.Kind.DENIED) {
      LOG.warn("{} was not let in through {}", address, indication.parentAddress());
      return;
    }
    Node node = nodes.find(address);
    if (node == null) {
      node = added(address, indication.networkAddress());
    } else {
      LOG.debug("{} came back: {}", address, indication.kind());
      seenAt(node, indication.networkAddress());
    }
    node.heard(thread.now());
    Node present = node;
    listeners.tell(listener -> listener.heard(present.snapshot()));
    InterviewState state = node.snapshot().interviewState();
    if (state == InterviewState.PENDING || state == InterviewState.FAILED) {
      consequences.interview(node);
    }
  }

  private Node added(IeeeAddress address, int networkAddress) {
    @Nullable Node back = departed.comeBack(address, networkAddress);
    Node node = back != null ? back : Node.joined(address, networkAddress);
    nodes.addAll(List.of(node));
    consequences.save();
    LOG.info("{} joined", address);
    listeners.tell(listener -> listener.joined(node.snapshot()));
    return node;
  }

  void announced(DeviceAnnounce announce) {
    Node node = nodes.find(announce.ieeeAddress());
    if (node == null) {
      LOG.debug("{} announced itself, but never joined", announce.ieeeAddress());
      return;
    }
    node.heard(thread.now());
    listeners.tell(listener -> listener.heard(node.snapshot()));
    seenAt(node, announce.networkAddress());
    LOG.debug("{} announced itself", node);
    listeners.tell(listener -> listener.announced(node.snapshot()));
  }

  /** A node is known to be at a network address. */
  void seenAt(Node node, int networkAddress) {
    if (node.networkAddress() == networkAddress && nodes.find(networkAddress) == node) {
      return;
    }
    boolean moved = node.networkAddress() != networkAddress;
    nodes.move(node, networkAddress);
    consequences.save();
    if (moved) {
      LOG.debug("{} has the network address {} now", node, networkAddress);
      listeners.tell(listener -> listener.addressChanged(node.snapshot()));
    }
  }

  void left(IeeeAddress address, int networkAddress) {
    Node node = address.equals(IeeeAddress.NONE) ? nodes.find(networkAddress) : nodes.find(address);
    if (node == null) {
      LOG.debug("{} left, but was not known", address);
      return;
    }
    remove(node);
  }

  void remove(Node node) {
    nodes.remove(node);
    departed.remember(node.snapshot());
    consequences.forget(node);
    consequences.save();
    LOG.info("{} left", node);
    listeners.tell(listener -> listener.left(node.ieeeAddress()));
  }

  /** Whether the last known node at this address left. */
  boolean isDeserted(int networkAddress) {
    return departed.used(networkAddress);
  }
}
