package org.waggle.zigbee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeEndpoint.AttributeKey;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * A node: what is known of it and the queue of requests to it. Changed on the event thread only;
 * the snapshot may be read anywhere.
 *
 * <p>What messages change all the time is kept apart from the rest, so that a message does not cost
 * a copy of all: snapshots are made when somebody looks.
 */
final class Node implements RequestQueue.Destination {

  /** What is known from one change on to the next. */
  private static final class Version {

    /** All but when the node was heard, and the values of its attributes. */
    final ZigbeeNode rest;

    final Optional<Instant> lastSeen;
    final OptionalInt linkQuality;

    /** Made at the first look; if two look at once, twice. */
    volatile @Nullable ZigbeeNode snapshot;

    Version(ZigbeeNode rest, Optional<Instant> lastSeen, OptionalInt linkQuality) {
      this.rest = rest;
      this.lastSeen = lastSeen;
      this.linkQuality = linkQuality;
    }
  }

  private volatile Version version;

  /** By the id of the endpoint; changed before the version is. */
  private final Map<Integer, Map<AttributeKey, ZclValue>> attributes = new ConcurrentHashMap<>();

  private int lastDefaultResponse = -1;

  Node(ZigbeeNode snapshot) {
    version = versionOf(snapshot);
  }

  static Node joined(IeeeAddress ieeeAddress, int networkAddress) {
    return new Node(
        new ZigbeeNode(
            ieeeAddress,
            networkAddress,
            NodeType.UNKNOWN,
            OptionalInt.empty(),
            BasicInformation.UNKNOWN,
            InterviewState.PENDING,
            List.of(),
            Optional.empty(),
            OptionalInt.empty()));
  }

  ZigbeeNode snapshot() {
    Version now = version;
    ZigbeeNode made = now.snapshot;
    if (made == null) {
      made = with(now.rest, now.lastSeen, now.linkQuality, withAttributes(now.rest.endpoints()));
      now.snapshot = made;
    }
    return made;
  }

  IeeeAddress ieeeAddress() {
    return version.rest.ieeeAddress();
  }

  @Override
  public int networkAddress() {
    return version.rest.networkAddress();
  }

  @Override
  public boolean mayBeAsleep() {
    return version.rest.mayBeAsleep();
  }

  boolean hasEndpoint(int id) {
    return attributes.containsKey(id);
  }

  /** The values last heard of an endpoint's attributes; those of an endpoint that there is. */
  Map<AttributeKey, ZclValue> attributes(int endpoint) {
    return attributes.getOrDefault(endpoint, Map.of());
  }

  /** Replaces some of an endpoint's attributes. */
  void attributes(int endpoint, Map<AttributeKey, ZclValue> changed) {
    Map<AttributeKey, ZclValue> known = attributes.get(endpoint);
    if (known != null) {
      known.putAll(changed);
      Version now = version;
      version = new Version(now.rest, now.lastSeen, now.linkQuality);
    }
  }

  void heard(Instant when, int linkQuality) {
    version = new Version(version.rest, Optional.of(when), OptionalInt.of(linkQuality));
  }

  /** Heard of through others, so without a link quality. */
  void heard(Instant when) {
    Version now = version;
    version = new Version(now.rest, Optional.of(when), now.linkQuality);
  }

  void moved(int networkAddress) {
    ZigbeeNode now = snapshot();
    version =
        versionOf(
            new ZigbeeNode(
                now.ieeeAddress(),
                networkAddress,
                now.type(),
                now.manufacturerCode(),
                now.basic(),
                now.interviewState(),
                now.endpoints(),
                now.lastSeen(),
                now.linkQuality()));
  }

  void described(NodeType type, OptionalInt manufacturerCode) {
    ZigbeeNode now = snapshot();
    set(type, manufacturerCode, now.basic(), now.interviewState(), now.endpoints());
  }

  void basic(BasicInformation basic) {
    ZigbeeNode now = snapshot();
    set(now.type(), now.manufacturerCode(), basic, now.interviewState(), now.endpoints());
  }

  void interviewState(InterviewState state) {
    ZigbeeNode now = snapshot();
    set(now.type(), now.manufacturerCode(), now.basic(), state, now.endpoints());
  }

  void endpoints(List<ZigbeeEndpoint> endpoints) {
    ZigbeeNode now = snapshot();
    set(now.type(), now.manufacturerCode(), now.basic(), now.interviewState(), endpoints);
  }

  /** Changes an endpoint, which comes into being if there was none. */
  void endpoint(int id, UnaryOperator<ZigbeeEndpoint> change) {
    List<ZigbeeEndpoint> endpoints = new ArrayList<>(snapshot().endpoints());
    for (int i = 0; i < endpoints.size(); i++) {
      if (endpoints.get(i).id() == id) {
        endpoints.set(i, change.apply(endpoints.get(i)));
        endpoints(endpoints);
        return;
      }
    }
    endpoints.add(change.apply(Endpoints.empty(id)));
    endpoints.sort(Comparator.comparingInt(ZigbeeEndpoint::id));
    endpoints(endpoints);
  }

  /** Whether a default response to this sequence number is due, and not sent yet. */
  boolean owesDefaultResponse(int sequence) {
    boolean owed = lastDefaultResponse != sequence;
    lastDefaultResponse = sequence;
    return owed;
  }

  /** How it names itself in logs and failures. */
  @Override
  public String toString() {
    return ieeeAddress().toString();
  }

  private void set(
      NodeType type,
      OptionalInt manufacturerCode,
      BasicInformation basic,
      InterviewState state,
      List<ZigbeeEndpoint> endpoints) {
    ZigbeeNode now = snapshot();
    version =
        versionOf(
            new ZigbeeNode(
                now.ieeeAddress(),
                now.networkAddress(),
                type,
                manufacturerCode,
                basic,
                state,
                endpoints,
                now.lastSeen(),
                now.linkQuality()));
  }

  /** The version of which this is the snapshot. */
  private Version versionOf(ZigbeeNode snapshot) {
    for (ZigbeeEndpoint endpoint : snapshot.endpoints()) {
      attributes.put(endpoint.id(), new ConcurrentHashMap<>(endpoint.attributes()));
    }
    attributes.keySet().removeIf(id -> snapshot.endpoint(id).isEmpty());
    Version made = new Version(snapshot, snapshot.lastSeen(), snapshot.linkQuality());
    made.snapshot = snapshot;
    return made;
  }

  private List<ZigbeeEndpoint> withAttributes(List<ZigbeeEndpoint> endpoints) {
    return endpoints.stream()
        .map(endpoint -> Endpoints.withAttributes(endpoint, attributes(endpoint.id())))
        .toList();
  }

  private static ZigbeeNode with(
      ZigbeeNode node,
      Optional<Instant> lastSeen,
      OptionalInt linkQuality,
      List<ZigbeeEndpoint> endpoints) {
    return new ZigbeeNode(
        node.ieeeAddress(),
        node.networkAddress(),
        node.type(),
        node.manufacturerCode(),
        node.basic(),
        node.interviewState(),
        endpoints,
        lastSeen,
        linkQuality);
  }
}
