package org.waggle.simulator.air;

import java.util.function.Consumer;
import org.waggle.zcl.IeeeAddress;

/** Something with an antenna. */
public interface Station {

  IeeeAddress ieeeAddress();

  /** The network address of a station that has none. */
  int NO_ADDRESS = 0xFFFE;

  /** {@link #NO_ADDRESS} when it never joined, or left. */
  int networkAddress();

  /** Whether it is powered and part of the coordinator's present network. */
  boolean onNetwork();

  boolean isRouter();

  /** Whether it listens all the time, rather than polls its parent. */
  boolean listensAlways();

  /** Whether it lets others join through it right now. */
  boolean permitsJoining();

  /**
   * A frame for this station.
   *
   * @param delivered told, now or later, whether the station got it
   */
  void hear(ApsMessage message, Consumer<Boolean> delivered);

  /** The trust centre removes it from the network. */
  void expelled();
}
