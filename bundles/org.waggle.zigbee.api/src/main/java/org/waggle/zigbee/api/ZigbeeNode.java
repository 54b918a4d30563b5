package org.waggle.zigbee.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.IeeeAddress;

/**
 * A device on the network as its radio presents it. A snapshot.
 *
 * @param networkAddress 16 bits, the last one known
 * @param manufacturerCode of the node descriptor
 * @param endpoints by id
 * @param lastSeen when a frame of it last arrived
 * @param linkQuality of that frame, 0..255
 */
public record ZigbeeNode(
    IeeeAddress ieeeAddress,
    int networkAddress,
    NodeType type,
    OptionalInt manufacturerCode,
    BasicInformation basic,
    InterviewState interviewState,
    List<ZigbeeEndpoint> endpoints,
    Optional<Instant> lastSeen,
    OptionalInt linkQuality) {

  public ZigbeeNode {
    endpoints = List.copyOf(endpoints);
  }

  public Optional<ZigbeeEndpoint> endpoint(int id) {
    for (ZigbeeEndpoint endpoint : endpoints) {
      if (endpoint.id() == id) {
        return Optional.of(endpoint);
      }
    }
    return Optional.empty();
  }

  /** Whether it cannot be reached at any time: an end device, or one whose type is unknown. */
  public boolean mayBeAsleep() {
    return type != NodeType.ROUTER;
  }
}
