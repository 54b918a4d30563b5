package org.waggle.simulator.ezsp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.waggle.simulator.ezsp.NetworkMemory.LinkKey;
import org.waggle.simulator.ezsp.NetworkMemory.Security;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Keys since EZSP 12. Statuses always have 32 bits; they came last until EZSP 13, and first since.
 */
final class SecurityManagerCommands {

  private static final int FIRST_VERSION = 12;
  private static final int KEY_SIZE = SecurityCommands.KEY_SIZE;
  private static final Octets NO_KEY = Octets.of(new byte[KEY_SIZE]);

  private static final int NETWORK = 1;
  private static final int TRUST_CENTER_LINK = 2;
  private static final int TRUST_CENTER_LINK_WITH_TIMEOUT = 3;
  private static final int APPLICATION_LINK = 4;

  private static final int INDEX_IS_VALID = 0x01;
  private static final int ADDRESS_IS_VALID = 0x02;

  /** sl_zb_sec_man_context_t, 18 bytes. */
  private record Context(
      int type, int index, int derived, IeeeAddress address, int network, int flags, long psa) {

    static Context read(EzspReader in) {
      return new Context(in.u8(), in.u8(), in.u16(), in.ieee(), in.u8(), in.u8(), in.u32());
    }

    static Context of(int type, int index, IeeeAddress address) {
      return new Context(type, index, 0, address, 0, INDEX_IS_VALID | ADDRESS_IS_VALID, 0);
    }

    void write(EzspWriter out) {
      out.u8(type).u8(index).u16(derived).ieee(address).u8(network).u8(flags).u32(psa);
    }
  }

  private final Settings settings;
  private final NetworkMemory memory;
  private final TransientKeys transientKeys;

  SecurityManagerCommands(Settings settings, NetworkMemory memory, TransientKeys transientKeys) {
    this.settings = settings;
    this.memory = memory;
    this.transientKeys = transientKeys;
  }

  void register(Commands commands) {
    commands.since(FIRST_VERSION, 0x010C, this::getApsKeyInfo);
    commands.since(FIRST_VERSION, 0x010D, this::exportLinkKeyByAddress);
    commands.since(FIRST_VERSION, 0x010E, this::importLinkKey);
    commands.since(FIRST_VERSION, 0x010F, this::exportLinkKeyByIndex);
    commands.since(FIRST_VERSION, 0x0110, this::checkKeyContext);
    commands.since(FIRST_VERSION, 0x0111, this::importTransientKey);
    commands.since(FIRST_VERSION, 0x0112, this::exportTransientKeyByIndex);
    commands.since(FIRST_VERSION, 0x0113, this::exportTransientKeyByAddress);
    commands.since(FIRST_VERSION, 0x0114, this::exportKey);
    commands.since(FIRST_VERSION, 0x0115, this::importKey);
    commands.since(13, 0x0116, this::getNetworkKeyInfo);
    commands.since(14, 0x0128, (in, out) -> {}); // setIncomingTcLinkKeyFrameCounter
  }

  /** Writes {@code fields} where the version wants them: before or after the status. */
  private static void answer(EzspWriter out, Status status, Consumer<EzspWriter> fields) {
    if (out.version().since(14)) {
      fields.accept(out.slStatus(status));
    } else {
      fields.accept(out);
      out.slStatus(status);
    }
  }

  private static Status found(Optional<?> entry) {
    return entry.isPresent() ? Status.SUCCESS : Status.NOT_FOUND;
  }

  /** Bit mask, outgoing and incoming frame counter, seconds to live. */
  private static void metadata(EzspWriter out, int seconds) {
    out.u16(0).u32(0).u32(0).u16(seconds);
  }

  private void getApsKeyInfo(EzspReader in, EzspWriter out) {
    Context context = Context.read(in);
    answer(
        out,
        found(memory.linkKey(context.address)),
        fields -> {
          if (fields.version().since(14)) {
            metadata(fields, 0);
            context.write(fields);
          } else {
            fields.ieee(context.address);
            metadata(fields, 0);
          }
        });
  }

  private void exportLinkKeyByAddress(EzspReader in, EzspWriter out) {
    IeeeAddress partner = in.ieee();
    Optional<LinkKey> entry = memory.linkKey(partner);
    int index = entry.map(LinkKey::index).orElse(0xFF);
    Octets key = entry.map(LinkKey::key).orElse(NO_KEY);
    answer(
        out,
        found(entry),
        fields -> {
          if (fields.version().since(14)) {
            Context.of(APPLICATION_LINK, index, partner).write(fields);
            fields.octets(key);
          } else {
            fields.octets(key).u8(index);
          }
          metadata(fields, 0);
        });
  }

  private void exportLinkKeyByIndex(EzspReader in, EzspWriter out) {
    int index = in.u8();
    Optional<LinkKey> entry = memory.linkKey(index);
    IeeeAddress partner = entry.map(LinkKey::partner).orElse(IeeeAddress.NONE);
    answer(
        out,
        found(entry),
        fields -> {
          if (fields.version().since(14)) {
            Context.of(APPLICATION_LINK, index, partner).write(fields);
          } else {
            fields.ieee(partner);
          }
          metadata(fields.octets(entry.map(LinkKey::key).orElse(NO_KEY)), 0);
        });
  }

  private void importLinkKey(EzspReader in, EzspWriter out) {
    LinkKey key = new LinkKey(in.u8(), in.ieee(), in.exactly(KEY_SIZE));
    if (key.index() >= settings.configuration(Settings.KEY_TABLE_SIZE)) {
      out.slStatus(Status.INDEX_OUT_OF_RANGE);
    } else {
      memory.linkKey(key);
      out.slStatus(Status.SUCCESS);
    }
  }

  private void checkKeyContext(EzspReader in, EzspWriter out) {
    out.slStatus(key(Context.read(in)).isEmpty() ? Status.NOT_FOUND : Status.SUCCESS);
  }

  /** Flags followed the key until EZSP 13. */
  private void importTransientKey(EzspReader in, EzspWriter out) {
    int seconds = settings.configuration(Settings.TRANSIENT_KEY_TIMEOUT_SECONDS);
    transientKeys.add(in.ieee(), in.exactly(KEY_SIZE), Duration.ofSeconds(seconds));
    out.slStatus(Status.SUCCESS);
  }

  private void exportTransientKeyByIndex(EzspReader in, EzspWriter out) {
    int index = in.u8();
    exportTransientKey(transientKeys.entry(index), index, out);
  }

  private void exportTransientKeyByAddress(EzspReader in, EzspWriter out) {
    exportTransientKey(transientKeys.entry(in.ieee()), 0, out);
  }

  private static void exportTransientKey(
      Optional<TransientKeys.Entry> entry, int index, EzspWriter out) {
    answer(
        out,
        found(entry),
        fields -> {
          IeeeAddress device = entry.map(TransientKeys.Entry::device).orElse(IeeeAddress.NONE);
          Context.of(TRUST_CENTER_LINK_WITH_TIMEOUT, index, device).write(fields);
          fields.octets(entry.map(TransientKeys.Entry::key).orElse(NO_KEY));
          metadata(fields, entry.map(TransientKeys.Entry::remainingSeconds).orElse(0));
        });
  }

  private Octets key(Context context) {
    return switch (context.type) {
      case NETWORK -> memory.security().networkKey();
      case TRUST_CENTER_LINK -> memory.security().linkKey();
      case APPLICATION_LINK ->
          ((context.flags & ADDRESS_IS_VALID) != 0
                  ? memory.linkKey(context.address)
                  : memory.linkKey(context.index))
              .map(LinkKey::key)
              .orElse(Octets.EMPTY);
      default -> Octets.EMPTY;
    };
  }

  private void exportKey(EzspReader in, EzspWriter out) {
    Context context = Context.read(in);
    Octets key = key(context);
    answer(
        out,
        key.isEmpty() ? Status.NOT_FOUND : Status.SUCCESS,
        fields -> {
          fields.octets(key.isEmpty() ? NO_KEY : key);
          if (fields.version().since(14)) {
            context.write(fields);
          }
        });
  }

  private void importKey(EzspReader in, EzspWriter out) {
    Context context = Context.read(in);
    Octets key = in.exactly(KEY_SIZE);
    Security now = memory.security();
    Status status = Status.SUCCESS;
    switch (context.type) {
      case NETWORK ->
          memory.security(
              new Security(now.mask(), now.linkKey(), key, now.keySequence(), now.trustCenter()));
      case TRUST_CENTER_LINK ->
          memory.security(
              new Security(
                  now.mask(), key, now.networkKey(), now.keySequence(), now.trustCenter()));
      case APPLICATION_LINK -> memory.linkKey(new LinkKey(context.index, context.address, key));
      default -> status = Status.BAD_ARGUMENT;
    }
    out.slStatus(status);
    if (out.version().since(14)) {
      context.write(out);
    }
  }

  private void getNetworkKeyInfo(EzspReader in, EzspWriter out) {
    out.slStatus(Status.SUCCESS)
        .u8(memory.formed() ? 1 : 0)
        .u8(0)
        .u8(memory.security().keySequence())
        .u8(0)
        .u32(memory.frameCounter());
  }
}
