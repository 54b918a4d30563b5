package org.waggle.zigbee.api;

import java.util.Optional;
import org.waggle.zcl.ZclStatus;

/** Why something could not be done on a network. The message is one sentence for users. */
public final class ZigbeeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Kinds of failure. */
  public enum Reason {
    /** The network's radio is not there. */
    OFFLINE,
    /** The node is not on the network. */
    UNKNOWN_NODE,
    /** The frame was not delivered. */
    NOT_DELIVERED,
    /** The frame was delivered and not answered. */
    TIMEOUT,
    /** The node answered with a status other than success. */
    STATUS,
    /** A newer request took the place of this one while it waited for a sleeping node. */
    REPLACED,
    /** The radio or the network refused it. */
    REFUSED,
    /** Storage failed. */
    STORAGE,
    /** The network was closed. */
    CLOSED
  }

  private final Reason reason;
  private final transient Optional<ZclStatus> status;

  public ZigbeeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
    this.status = Optional.empty();
  }

  public ZigbeeException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.status = Optional.empty();
  }

  /** The node answered with a status other than success. */
  public ZigbeeException(ZclStatus status, String message) {
    super(message);
    this.reason = Reason.STATUS;
    this.status = Optional.of(status);
  }

  public Reason reason() {
    return reason;
  }

  /** The node's answer, where the reason is {@code STATUS}. */
  public Optional<ZclStatus> status() {
    return status;
  }
}
