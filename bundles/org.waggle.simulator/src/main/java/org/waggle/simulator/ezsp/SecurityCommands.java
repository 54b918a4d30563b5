package org.waggle.simulator.ezsp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.waggle.simulator.ezsp.NetworkMemory.LinkKey;
import org.waggle.simulator.ezsp.NetworkMemory.Security;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Keys (UG100, section 9). What version 13 removed is missing here as well. */
final class SecurityCommands {

  private static final int KEY_SIZE = 16;
  private static final Octets NO_KEY = Octets.of(new byte[KEY_SIZE]);
  private static final int TYPE_NETWORK = 1;
  private static final int TYPE_TRUST_CENTER_LINK = 2;

  private final Settings settings;
  private final NetworkMemory memory;
  private final NetworkState network;
  private final TransientKeys transientKeys;

  SecurityCommands(
      Settings settings, NetworkMemory memory, NetworkState network, TransientKeys transientKeys) {
    this.settings = settings;
    this.memory = memory;
    this.network = network;
    this.transientKeys = transientKeys;
  }

  void register(Commands commands) {
    commands.on(0x0068, this::setInitialSecurityState);
    commands.on(0x0069, this::getCurrentSecurityState);
    commands.on(0x006B, (in, out) -> transientKeys.clear());
    commands.answer(0x0073, Status.SUCCESS); // broadcastNextNetworkKey
    commands.answer(0x0074, Status.SUCCESS); // broadcastNetworkKeySwitch
    commands.on(0x0076, this::eraseKeyTableEntry);
    commands.on(0x00B1, this::clearKeyTable);
    commands.on(0x010C, this::getApsKeyInfo);
    commands.on(0x010D, this::exportLinkKeyByAddress);
    commands.on(0x010E, this::importLinkKey);
    commands.on(0x010F, this::exportLinkKeyByIndex);
    commands.on(0x0110, (in, out) -> out.u32(Status.SUCCESS)); // checkKeyContext
    commands.on(0x0111, this::importTransientKey);
    commands.on(0x0114, this::exportKey);
    commands.on(0x0116, this::getNetworkKeyInfo);
  }

  private void setInitialSecurityState(WireReader in, WireWriter out) {
    Security next =
        new Security(in.u16(), in.exactly(KEY_SIZE), in.exactly(KEY_SIZE), in.u8(), in.ieee());
    if (network.isUp()) {
      out.u8(Status.INVALID_CALL);
    } else {
      memory.security(next);
      out.u8(Status.SUCCESS);
    }
  }

  private void getCurrentSecurityState(WireReader in, WireWriter out) {
    out.u8(network.isUp() ? Status.SUCCESS : Status.NOT_JOINED)
        .u16(memory.security().mask())
        .ieee(memory.eui64());
  }

  private void eraseKeyTableEntry(WireReader in, WireWriter out) {
    memory.eraseLinkKey(in.u8());
    out.u8(Status.SUCCESS);
  }

  private void clearKeyTable(WireReader in, WireWriter out) {
    memory.eraseLinkKeys();
    out.u8(Status.SUCCESS);
  }

  private void importLinkKey(WireReader in, WireWriter out) {
    memory.linkKey(new LinkKey(in.u8(), in.ieee(), in.exactly(KEY_SIZE)));
    out.u32(Status.SUCCESS);
  }

  private void exportLinkKeyByIndex(WireReader in, WireWriter out) {
    int index = in.u8();
    Optional<LinkKey> found =
        memory.linkKeys().stream().filter(key -> key.index() == index).findFirst();
    out.ieee(found.map(LinkKey::partner).orElse(IeeeAddress.NONE))
        .octets(found.map(LinkKey::key).orElse(NO_KEY));
    metadata(out).u32(found.isPresent() ? Status.SUCCESS : Status.SL_NOT_FOUND);
  }

  private void exportLinkKeyByAddress(WireReader in, WireWriter out) {
    IeeeAddress partner = in.ieee();
    Optional<LinkKey> found = find(memory.linkKeys(), partner);
    out.octets(found.map(LinkKey::key).orElse(NO_KEY)).u8(found.map(LinkKey::index).orElse(0xFF));
    metadata(out).u32(found.isPresent() ? Status.SUCCESS : Status.SL_NOT_FOUND);
  }

  private static Optional<LinkKey> find(List<LinkKey> keys, IeeeAddress partner) {
    return keys.stream().filter(key -> key.partner().equals(partner)).findFirst();
  }

  private void getApsKeyInfo(WireReader in, WireWriter out) {
    in.u8();
    in.u8();
    in.u16();
    IeeeAddress partner = in.ieee();
    out.ieee(partner);
    metadata(out)
        .u32(find(memory.linkKeys(), partner).isPresent() ? Status.SUCCESS : Status.SL_NOT_FOUND);
  }

  /** Bit mask, outgoing and incoming frame counter, seconds to live: nothing is known. */
  private static WireWriter metadata(WireWriter out) {
    return out.u16(0).u32(0).u32(0).u16(0);
  }

  private void importTransientKey(WireReader in, WireWriter out) {
    int seconds = settings.configuration(Settings.TRANSIENT_KEY_TIMEOUT_SECONDS);
    transientKeys.add(in.ieee(), in.exactly(KEY_SIZE), Duration.ofSeconds(seconds));
    out.u32(Status.SUCCESS);
  }

  private void exportKey(WireReader in, WireWriter out) {
    Octets key =
        switch (in.u8()) {
          case TYPE_NETWORK -> memory.security().networkKey();
          case TYPE_TRUST_CENTER_LINK -> memory.security().linkKey();
          default -> Octets.EMPTY;
        };
    if (key.isEmpty()) {
      out.octets(NO_KEY).u32(Status.SL_NOT_FOUND);
    } else {
      out.octets(key).u32(Status.SUCCESS);
    }
  }

  private void getNetworkKeyInfo(WireReader in, WireWriter out) {
    out.u32(Status.SUCCESS)
        .u8(memory.formed() ? 1 : 0)
        .u8(0)
        .u8(memory.security().keySequence())
        .u8(0)
        .u32(memory.frameCounter());
  }
}
