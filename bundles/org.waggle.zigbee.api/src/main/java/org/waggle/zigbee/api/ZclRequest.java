package org.waggle.zigbee.api;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.Direction;
import org.waggle.zcl.ZclCommand;

/**
 * A ZCL frame to send; the network adds its sequence number and matches the answer to it.
 *
 * @param disableDefaultResponse whether a default response of success is unwanted; a command
 *     without a response of its own is then done when it was delivered
 * @param replyTo the sequence number of the request this answers; empty for a request
 * @param timeout for the answer
 * @param patience how a request to a sleeping node waits
 */
public record ZclRequest(
    Target target,
    int clusterId,
    OptionalInt manufacturerCode,
    Direction direction,
    ZclCommand command,
    int sourceEndpoint,
    boolean disableDefaultResponse,
    OptionalInt replyTo,
    Duration timeout,
    Patience patience) {

  /** How long Zigbee2MQTT waits for an answer by default. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /** Where a request goes. */
  public sealed interface Target {

    /** An endpoint of a node. */
    record Endpoint(EndpointAddress address) implements Target {}

    /** The members of a group. */
    record Group(int groupId) implements Target {}

    /**
     * One endpoint of many nodes.
     *
     * @param networkAddress 0xFFFF, 0xFFFD or 0xFFFC
     * @param endpoint 255 for all
     */
    record Broadcast(int networkAddress, int endpoint) implements Target {}
  }

  /**
   * What becomes of a request when a sleeping node does not take it.
   *
   * @param duration how long it is kept; zero fails it at once
   * @param key a newer kept request with the same key and node replaces an older one, which fails
   *     with {@code REPLACED}
   */
  public record Patience(Duration duration, Optional<String> key) {

    /** Fails at once. */
    public static final Patience NONE = new Patience(Duration.ZERO, Optional.empty());
  }

  /** A request from the coordinator's endpoint 1 with the usual settings. */
  public static ZclRequest to(Target target, int clusterId, ZclCommand command) {
    return new ZclRequest(
        target,
        clusterId,
        OptionalInt.empty(),
        Direction.CLIENT_TO_SERVER,
        command,
        1,
        false,
        OptionalInt.empty(),
        DEFAULT_TIMEOUT,
        Patience.NONE);
  }
}
