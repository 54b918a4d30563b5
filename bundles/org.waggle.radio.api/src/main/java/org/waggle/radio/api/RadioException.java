package org.waggle.radio.api;

/** Why a radio could not do what it was asked. */
public final class RadioException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Kinds of failure, for those who must decide what to do about one. */
  public enum Reason {
    /** The port cannot be opened: no such device, no rights, connection refused. */
    PORT_UNAVAILABLE,
    /** The coordinator does not answer, or not in a protocol that the radio speaks. */
    NO_COORDINATOR,
    /** The coordinator answers, but its firmware is too old or too new for this radio. */
    FIRMWARE_UNSUPPORTED,
    /** The link or the coordinator failed after it had been open. */
    LINK_LOST,
    /** The destination did not acknowledge the frame, or no route leads to it. */
    NOT_DELIVERED,
    /** The coordinator has no room for the frame now; later it may. */
    BUSY,
    /** The coordinator refused the request. */
    REFUSED,
    /** This radio cannot do that at all. */
    UNSUPPORTED,
    /** The radio was closed. */
    CLOSED
  }

  private final Reason reason;

  public RadioException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public RadioException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
