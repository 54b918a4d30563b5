package org.waggle.zcl;

/** Which side of a cluster sent a frame (ZCL 2.4.1.1.3). */
public enum Direction {
  /** 0: from the client, the side that has no attributes, to the server. */
  CLIENT_TO_SERVER(0),
  /** 1: from the server to the client. */
  SERVER_TO_CLIENT(1);

  private final int value;

  Direction(int value) {
    this.value = value;
  }

  /** The direction as a field of its own has it. */
  public int value() {
    return value;
  }

  /** The direction of a response to a frame of this direction. */
  public Direction reversed() {
    return this == CLIENT_TO_SERVER ? SERVER_TO_CLIENT : CLIENT_TO_SERVER;
  }
}
