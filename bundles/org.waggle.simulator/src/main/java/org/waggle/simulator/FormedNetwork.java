package org.waggle.simulator;

import org.waggle.zcl.Octets;

/**
 * A network that the coordinator is to find in its memory, as if a host had formed it before.
 *
 * @param channel 11..26
 * @param panId 1..0xFFFE
 * @param extendedPanId eight bytes in the order in which they are written
 * @param networkKey sixteen bytes
 */
public record FormedNetwork(int channel, int panId, Octets extendedPanId, Octets networkKey) {

  /**
   * @throws IllegalArgumentException if a value is not one of the above
   */
  public FormedNetwork {
    if (channel < 11 || channel > 26 || panId < 1 || panId > 0xFFFE) {
      throw new IllegalArgumentException("channel is 11..26, PAN id 1..0xFFFE");
    }
    if (extendedPanId.size() != 8 || networkKey.size() != 16) {
      throw new IllegalArgumentException("extended PAN id has 8 bytes, network key 16");
    }
  }
}
