package org.waggle.radio.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Hears what a radio receives. Calls come one at a time, in the order of arrival, on a thread of
 * the radio; they must hand over and return at once. None comes after {@link ZigbeeRadio#close}
 * returned.
 */
@ConsumerType
public interface RadioListener {

  /** An APS frame for one of the coordinator's endpoints, whatever its profile and cluster. */
  void received(ApsIndication indication);

  /** The trust center let a device in, saw it rejoin, or refused it. */
  void joined(JoinIndication indication);

  /** The trust center saw a device leave. */
  void left(IeeeAddress device, int networkAddress);

  /**
   * The radio is gone: unplugged, disconnected, failed, reset by itself. Comes at most once, last,
   * and only if the radio had been open.
   */
  void down(RadioException reason);

  /**
   * A frame from outside of the network (Touchlink answers).
   *
   * @param frame the MAC frame from its frame control field on, without checksum
   */
  default void interPanReceived(Octets frame, int channel, int lqi) {}

  /** A Green Power data frame, from a device or through a proxy. */
  default void greenPowerReceived(GreenPowerIndication indication) {}
}
