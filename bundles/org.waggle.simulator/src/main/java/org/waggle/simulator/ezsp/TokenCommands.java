package org.waggle.simulator.ezsp;

import java.util.List;
import java.util.Map;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Tokens: what the manufacturer wrote once, what a host keeps on the stick, and the NVM3 objects of
 * the stack. An EUI64 that is written takes effect with the next reset.
 */
final class TokenCommands {

  private static final String MANUFACTURER = "manufacturer-";
  private static final String HOST = "host-";
  private static final String STACK = "stack-";

  private static final int TOKEN_SIZE = 8;
  private static final int CUSTOM_EUI64 = 0x0C;

  /** NVM3KEY_STACK_RESTORED_EUI64: where a host may write the EUI64 as often as it likes. */
  private static final long RESTORED_EUI64 = 0x0001E12AL;

  private static final Octets BLANK_EUI64 = blank(TOKEN_SIZE);

  /** What tokens hold that nobody wrote. */
  private static final Map<Integer, Octets> BLANK =
      Map.of(
          0x00,
          blank(2),
          0x01,
          blank(16),
          0x02,
          blank(16),
          0x03,
          blank(2),
          0x04,
          blank(2),
          0x06,
          blank(40),
          0x0A,
          blank(20),
          CUSTOM_EUI64,
          BLANK_EUI64,
          0x0D,
          blank(2));

  private record NvmObject(long key, boolean indexed, int size, int count) {}

  private static final List<NvmObject> OBJECTS =
      List.of(new NvmObject(RESTORED_EUI64, false, TOKEN_SIZE, 1));

  private final NetworkMemory memory;

  TokenCommands(NetworkMemory memory) {
    this.memory = memory;
  }

  void register(Commands commands) {
    commands.on(0x0009, this::setToken);
    commands.on(0x000A, this::getToken);
    commands.on(0x000B, this::getMfgToken);
    commands.on(0x000C, this::setMfgToken);
    commands.since(9, 0x0100, TokenCommands::getTokenCount);
    commands.since(9, 0x0101, TokenCommands::getTokenInfo);
    commands.since(9, 0x0102, this::getTokenData);
    commands.since(9, 0x0103, this::setTokenData);
  }

  /** The EUI64 to have after a reset; the one it has if no host wrote another. */
  IeeeAddress eui64() {
    return memory
        .token(STACK + RESTORED_EUI64)
        .filter(written -> !written.equals(BLANK_EUI64))
        .or(() -> memory.token(MANUFACTURER + CUSTOM_EUI64))
        .map(written -> new WireReader(written).ieee())
        .orElse(memory.eui64());
  }

  private static Octets blank(int size) {
    WireWriter out = new WireWriter();
    for (int i = 0; i < size; i++) {
      out.u8(0xFF);
    }
    return out.toOctets();
  }

  private void setToken(EzspReader in, EzspWriter out) {
    memory.token(HOST + in.u8(), in.exactly(TOKEN_SIZE));
    out.status(Status.SUCCESS);
  }

  private void getToken(EzspReader in, EzspWriter out) {
    out.status(Status.SUCCESS).octets(memory.token(HOST + in.u8()).orElse(BLANK_EUI64));
  }

  private void getMfgToken(EzspReader in, EzspWriter out) {
    int id = in.u8();
    out.counted(memory.token(MANUFACTURER + id).orElse(BLANK.getOrDefault(id, Octets.EMPTY)));
  }

  /** They can only be written while they are blank. */
  private void setMfgToken(EzspReader in, EzspWriter out) {
    int id = in.u8();
    Octets token = in.octets(in.u8());
    if (memory.token(MANUFACTURER + id).isPresent()) {
      out.status(Status.FLASH_WRITE_INHIBITED);
    } else {
      memory.token(MANUFACTURER + id, token);
      out.status(Status.SUCCESS);
    }
  }

  private static void getTokenCount(EzspReader in, EzspWriter out) {
    if (out.version().since(18)) {
      out.u32(OBJECTS.size());
    } else {
      out.u8(OBJECTS.size());
    }
  }

  private static void getTokenInfo(EzspReader in, EzspWriter out) {
    int index = in.u8();
    boolean exists = index < OBJECTS.size();
    NvmObject object = exists ? OBJECTS.get(index) : new NvmObject(0, false, 0, 0);
    out.status(exists ? Status.SUCCESS : Status.INDEX_OUT_OF_RANGE)
        .u32(object.key)
        .u8(0)
        .u8(object.indexed ? 1 : 0);
    if (out.version().since(19)) {
      out.u32(object.size);
    } else {
      out.u8(object.size);
    }
    out.u8(object.count);
  }

  /** Without success the response has nothing but the status. */
  private void getTokenData(EzspReader in, EzspWriter out) {
    long key = in.u32();
    boolean exists = in.u32() == 0 && OBJECTS.stream().anyMatch(object -> object.key == key);
    if (exists) {
      Octets token = memory.token(STACK + key).orElse(BLANK_EUI64);
      out.status(Status.SUCCESS).u32(token.size()).octets(token);
    } else {
      out.status(Status.NOT_FOUND);
    }
  }

  private void setTokenData(EzspReader in, EzspWriter out) {
    long key = in.u32();
    boolean exists = in.u32() == 0 && OBJECTS.stream().anyMatch(object -> object.key == key);
    if (exists) {
      memory.token(STACK + key, in.octets((int) in.u32()));
      out.status(Status.SUCCESS);
    } else {
      out.status(Status.NOT_FOUND);
    }
  }
}
