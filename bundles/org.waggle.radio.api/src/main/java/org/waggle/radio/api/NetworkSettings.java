package org.waggle.radio.api;

import org.waggle.zcl.Octets;

/**
 * The network to form.
 *
 * @param parameters PAN ids and channel, all decided
 * @param networkKey 16 bytes
 */
public record NetworkSettings(NetworkParameters parameters, Octets networkKey) {

  public NetworkSettings {
    if (networkKey.size() != 16) {
      throw new IllegalArgumentException("A network key has 16 bytes, not " + networkKey.size());
    }
  }
}
