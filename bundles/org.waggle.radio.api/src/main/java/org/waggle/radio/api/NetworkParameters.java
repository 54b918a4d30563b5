package org.waggle.radio.api;

/**
 * Which network a coordinator is on.
 *
 * @param panId 0x0001..0xFFFE
 * @param extendedPanId 64 bits
 * @param channel 11..26
 */
public record NetworkParameters(int panId, long extendedPanId, int channel) {

  public NetworkParameters {
    if (panId < 1 || panId > 0xFFFE) {
      throw new IllegalArgumentException("PAN id " + panId + " is not in 1..65534");
    }
    if (channel < 11 || channel > 26) {
      throw new IllegalArgumentException("Channel " + channel + " is not in 11..26");
    }
  }
}
