package org.waggle.simulator.ezsp;

import java.time.Duration;
import java.util.Optional;
import org.waggle.simulator.ezsp.NetworkMemory.LinkKey;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Keys until EZSP 12: the security manager took their place (UG100, section 9). */
final class KeyTableCommands {

  private static final int LAST_VERSION = 12;
  private static final int KEY_SIZE = SecurityCommands.KEY_SIZE;
  private static final Octets NO_KEY = Octets.of(new byte[KEY_SIZE]);

  private static final int TRUST_CENTER_LINK_KEY = 1;
  private static final int CURRENT_NETWORK_KEY = 3;
  private static final int APPLICATION_LINK_KEY = 5;

  private static final int HAS_SEQUENCE_NUMBER = 0x01;
  private static final int HAS_OUTGOING_FRAME_COUNTER = 0x02;
  private static final int HAS_INCOMING_FRAME_COUNTER = 0x04;
  private static final int HAS_PARTNER = 0x08;
  private static final int IS_AUTHORIZED = 0x10;

  private final Settings settings;
  private final NetworkMemory memory;
  private final TransientKeys transientKeys;

  KeyTableCommands(Settings settings, NetworkMemory memory, TransientKeys transientKeys) {
    this.settings = settings;
    this.memory = memory;
    this.transientKeys = transientKeys;
  }

  void register(Commands commands) {
    commands.until(LAST_VERSION, 0x0066, this::addOrUpdateKeyTableEntry);
    commands.until(LAST_VERSION, 0x006A, this::getKey);
    commands.until(LAST_VERSION, 0x006D, this::getTransientKeyTableEntry);
    commands.until(LAST_VERSION, 0x0071, this::getKeyTableEntry);
    commands.until(LAST_VERSION, 0x0072, this::setKeyTableEntry);
    commands.until(LAST_VERSION, 0x00AF, this::addTransientLinkKey);
    commands.until(LAST_VERSION, 0x00CE, this::getTransientLinkKey);
    commands.until(
        LAST_VERSION, 0x0077, (in, out) -> out.status(Status.SUCCESS)); // becomeTrustCenter
  }

  private void getKey(EzspReader in, EzspWriter out) {
    int type = in.u8();
    if (type == CURRENT_NETWORK_KEY && memory.formed()) {
      keyStruct(
          out.status(Status.SUCCESS),
          HAS_SEQUENCE_NUMBER | HAS_OUTGOING_FRAME_COUNTER,
          type,
          memory.security().networkKey(),
          memory.frameCounter(),
          memory.security().keySequence(),
          IeeeAddress.NONE);
    } else if (type == TRUST_CENTER_LINK_KEY && memory.formed()) {
      keyStruct(
          out.status(Status.SUCCESS),
          HAS_OUTGOING_FRAME_COUNTER | HAS_PARTNER | IS_AUTHORIZED,
          type,
          memory.security().linkKey(),
          0,
          0,
          memory.eui64());
    } else {
      keyStruct(out.status(Status.KEY_INVALID), 0, type, NO_KEY, 0, 0, IeeeAddress.NONE);
    }
  }

  private void getKeyTableEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    Optional<LinkKey> found = memory.linkKey(index);
    if (index >= settings.configuration(Settings.KEY_TABLE_SIZE)) {
      out.status(Status.INDEX_OUT_OF_RANGE);
    } else {
      out.status(found.isPresent() ? Status.SUCCESS : Status.TABLE_ENTRY_ERASED);
    }
    int bits =
        HAS_OUTGOING_FRAME_COUNTER | HAS_INCOMING_FRAME_COUNTER | HAS_PARTNER | IS_AUTHORIZED;
    keyStruct(
        out,
        found.isPresent() ? bits : 0,
        APPLICATION_LINK_KEY,
        found.map(LinkKey::key).orElse(NO_KEY),
        0,
        0,
        found.map(LinkKey::partner).orElse(IeeeAddress.NONE));
  }

  /** EmberKeyStruct, 36 bytes. */
  private static void keyStruct(
      EzspWriter out, int bits, int type, Octets key, long counter, int number, IeeeAddress with) {
    out.u16(bits).u8(type).octets(key).u32(counter).u32(0).u8(number).ieee(with);
  }

  private void setKeyTableEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    IeeeAddress partner = in.ieee();
    in.u8();
    if (index >= settings.configuration(Settings.KEY_TABLE_SIZE)) {
      out.status(Status.INDEX_OUT_OF_RANGE);
    } else {
      memory.linkKey(new LinkKey(index, partner, in.exactly(KEY_SIZE)));
      out.status(Status.SUCCESS);
    }
  }

  private void addOrUpdateKeyTableEntry(EzspReader in, EzspWriter out) {
    IeeeAddress partner = in.ieee();
    in.u8();
    int index = memory.linkKey(partner).map(LinkKey::index).orElseGet(this::firstFree);
    if (index >= settings.configuration(Settings.KEY_TABLE_SIZE)) {
      out.status(Status.TABLE_FULL);
    } else {
      memory.linkKey(new LinkKey(index, partner, in.exactly(KEY_SIZE)));
      out.status(Status.SUCCESS);
    }
  }

  private int firstFree() {
    int index = 0;
    while (memory.linkKey(index).isPresent()) {
      index++;
    }
    return index;
  }

  private void addTransientLinkKey(EzspReader in, EzspWriter out) {
    int seconds = settings.configuration(Settings.TRANSIENT_KEY_TIMEOUT_SECONDS);
    transientKeys.add(in.ieee(), in.exactly(KEY_SIZE), Duration.ofSeconds(seconds));
    out.status(Status.SUCCESS);
  }

  private void getTransientKeyTableEntry(EzspReader in, EzspWriter out) {
    transientKey(transientKeys.entry(in.u8()), out);
  }

  private void getTransientLinkKey(EzspReader in, EzspWriter out) {
    transientKey(transientKeys.entry(in.ieee()), out);
  }

  /** EmberTransientKeyData, 28 bytes. */
  private static void transientKey(Optional<TransientKeys.Entry> found, EzspWriter out) {
    out.status(found.isPresent() ? Status.SUCCESS : Status.NOT_FOUND)
        .ieee(found.map(TransientKeys.Entry::device).orElse(IeeeAddress.NONE))
        .octets(found.map(TransientKeys.Entry::key).orElse(NO_KEY))
        .u16(found.isPresent() ? HAS_PARTNER : 0)
        .u16(found.map(TransientKeys.Entry::remainingSeconds).orElse(0));
  }
}
