package org.waggle.simulator.ezsp;

import org.waggle.simulator.ezsp.NetworkMemory.Security;
import org.waggle.zcl.IeeeAddress;

/** Keys: what has been the same in all versions (UG100, section 9). */
final class SecurityCommands {

  static final int KEY_SIZE = 16;

  private static final int NO_INDEX = 0xFF;

  private final NetworkMemory memory;
  private final NetworkState network;
  private final TransientKeys transientKeys;

  SecurityCommands(NetworkMemory memory, NetworkState network, TransientKeys transientKeys) {
    this.memory = memory;
    this.network = network;
    this.transientKeys = transientKeys;
  }

  void register(Commands commands) {
    commands.answer(0x0014, Status.INVALID_CALL); // requestLinkKey: it is the trust centre
    commands.answer(0x0067, Status.SUCCESS); // sendTrustCenterLinkKey
    commands.on(0x0068, this::setInitialSecurityState);
    commands.on(0x0069, this::getCurrentSecurityState);
    commands.on(0x006B, (in, out) -> transientKeys.clear());
    commands.answer(0x006C, Status.INVALID_CALL); // updateTcLinkKey: it is the trust centre
    commands.answer(0x0073, Status.SUCCESS); // broadcastNextNetworkKey
    commands.answer(0x0074, Status.SUCCESS); // broadcastNetworkKeySwitch
    commands.on(0x0075, this::findKeyTableEntry);
    commands.on(0x0076, this::eraseKeyTableEntry);
    commands.answer(0x00A9, Status.SUCCESS); // unicastNwkKeyUpdate
    commands.on(0x00B1, this::clearKeyTable);
    commands.answer(0x0050, Status.SUCCESS); // unicastCurrentNetworkKey
  }

  private void setInitialSecurityState(EzspReader in, EzspWriter out) {
    Security next =
        new Security(in.u16(), in.exactly(KEY_SIZE), in.exactly(KEY_SIZE), in.u8(), in.ieee());
    if (network.isUp()) {
      out.status(Status.INVALID_CALL);
    } else {
      memory.security(next);
      out.status(Status.SUCCESS);
    }
  }

  private void getCurrentSecurityState(EzspReader in, EzspWriter out) {
    out.status(network.isUp() ? Status.SUCCESS : Status.NOT_JOINED)
        .u16(memory.security().mask())
        .ieee(memory.eui64());
  }

  private void findKeyTableEntry(EzspReader in, EzspWriter out) {
    IeeeAddress partner = in.ieee();
    out.u8(memory.linkKey(partner).map(NetworkMemory.LinkKey::index).orElse(NO_INDEX));
  }

  private void eraseKeyTableEntry(EzspReader in, EzspWriter out) {
    memory.eraseLinkKey(in.u8());
    out.status(Status.SUCCESS);
  }

  private void clearKeyTable(EzspReader in, EzspWriter out) {
    memory.eraseLinkKeys();
    out.status(Status.SUCCESS);
  }
}
