package org.waggle.zigbee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * A node: its present snapshot and the queue of requests to it. Changed on the event thread only;
 * the snapshot may be read anywhere.
 */
final class Node implements RequestQueue.Destination {

  private volatile ZigbeeNode snapshot;
  private int lastDefaultResponse = -1;

  Node(ZigbeeNode snapshot) {
    this.snapshot = snapshot;
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
    return snapshot;
  }

  IeeeAddress ieeeAddress() {
    return snapshot.ieeeAddress();
  }

  @Override
  public int networkAddress() {
    return snapshot.networkAddress();
  }

  @Override
  public boolean mayBeAsleep() {
    return snapshot.mayBeAsleep();
  }

  void heard(Instant when, int linkQuality) {
    ZigbeeNode now = snapshot;
    set(now, now.networkAddress(), Optional.of(when), OptionalInt.of(linkQuality));
  }

  /** Heard of through others, so without a link quality. */
  void heard(Instant when) {
    ZigbeeNode now = snapshot;
    set(now, now.networkAddress(), Optional.of(when), now.linkQuality());
  }

  void moved(int networkAddress) {
    ZigbeeNode now = snapshot;
    set(now, networkAddress, now.lastSeen(), now.linkQuality());
  }

  void described(NodeType type, OptionalInt manufacturerCode) {
    set(type, manufacturerCode, snapshot.basic(), snapshot.interviewState(), snapshot.endpoints());
  }

  void basic(BasicInformation basic) {
    set(
        snapshot.type(),
        snapshot.manufacturerCode(),
        basic,
        snapshot.interviewState(),
        snapshot.endpoints());
  }

  void interviewState(InterviewState state) {
    set(
        snapshot.type(),
        snapshot.manufacturerCode(),
        snapshot.basic(),
        state,
        snapshot.endpoints());
  }

  void endpoints(List<ZigbeeEndpoint> endpoints) {
    set(
        snapshot.type(),
        snapshot.manufacturerCode(),
        snapshot.basic(),
        snapshot.interviewState(),
        endpoints);
  }

  /** Changes an endpoint, which comes into being if there was none. */
  void endpoint(int id, UnaryOperator<ZigbeeEndpoint> change) {
    List<ZigbeeEndpoint> endpoints = new ArrayList<>(snapshot.endpoints());
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
    ZigbeeNode now = snapshot;
    snapshot =
        new ZigbeeNode(
            now.ieeeAddress(),
            now.networkAddress(),
            type,
            manufacturerCode,
            basic,
            state,
            endpoints,
            now.lastSeen(),
            now.linkQuality());
  }

  private void set(
      ZigbeeNode now, int networkAddress, Optional<Instant> lastSeen, OptionalInt linkQuality) {
    snapshot =
        new ZigbeeNode(
            now.ieeeAddress(),
            networkAddress,
            now.type(),
            now.manufacturerCode(),
            now.basic(),
            now.interviewState(),
            now.endpoints(),
            lastSeen,
            linkQuality);
  }
}
