package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** What a fake stick tells another one. */
final class FakeBackups {

  private static final Octets LINK_KEY = Octets.ofHex("000102030405060708090a0b0c0d0e0f");

  private FakeBackups() {}

  static NetworkBackup of(IeeeAddress coordinator, NetworkParameters network, Octets key) {
    return new NetworkBackup(
        coordinator,
        network,
        7,
        key,
        1,
        4711,
        Optional.of(LINK_KEY),
        true,
        List.of(new NetworkBackup.LinkKey(new IeeeAddress(0x51), LINK_KEY, 1, 2)));
  }

  static NetworkParameters moved(NetworkParameters network, int channel) {
    return new NetworkParameters(network.panId(), network.extendedPanId(), channel);
  }
}
