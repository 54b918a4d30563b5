package org.waggle.zcl;

/** Who defines a frame's command id (ZCL 2.4.1.1.1). */
public enum FrameType {
  /** 0: a general command, the same for every cluster. */
  GLOBAL(0),
  /** 1: a command of the frame's cluster. */
  CLUSTER_SPECIFIC(1);

  private final int value;

  FrameType(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }
}
