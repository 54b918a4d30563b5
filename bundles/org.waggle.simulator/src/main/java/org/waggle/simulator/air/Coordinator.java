package org.waggle.simulator.air;

import java.time.Duration;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** The station that keeps the network: trust centre, and address 0. */
public interface Coordinator extends Station {

  /** How a device came, or went, with the numbers of EZSP's EmberDeviceUpdate. */
  enum Update {
    SECURED_REJOIN,
    UNSECURED_JOIN,
    LEFT,
    UNSECURED_REJOIN
  }

  int ADDRESS = 0;

  /**
   * What a device remembers of the network it joined: it only hears one that is the same.
   *
   * @param key the network key
   */
  record Network(long extendedPanId, Octets key) {}

  Network network();

  /**
   * Whether the trust centre lets a device in.
   *
   * @param linkKey the key the device expects its network key to be encrypted with
   */
  boolean admits(IeeeAddress device, Octets linkKey);

  /** A child asked for its messages; {@code transmitExpected}: there were some. */
  void polled(int networkAddress, boolean transmitExpected);

  /** How long it keeps a message for a child that sleeps. */
  Duration indirectTimeout();

  /** Tells the host that a device came or went; {@code denied}: it was turned away. */
  void deviceUpdated(
      Update update, IeeeAddress device, int networkAddress, int parent, boolean denied);
}
