package org.waggle.simulator.ezsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.waggle.zcl.Octets;

/** Green Power: frames to its devices, and the sink table, whose entries are kept as they came. */
final class GreenPowerCommands {

  private static final int ADDRESS_SIZE = 10;
  private static final int SINK_TABLE_SIZE = 16;
  private static final int NO_INDEX = 0xFF;

  /**
   * Status 1, options 2, address 10, device 1, sinks 22, alias 2, radius 1, security 1 + 4 + 16.
   */
  private static final int SINK_ENTRY_SIZE = 60;

  /** Where the address is in an entry of the sink table. */
  private static final int SINK_ENTRY_ADDRESS = 3;

  private static final int UNUSED = 0xFF;

  private final ScheduledExecutorService scheduler;
  private final HostCallbacks host;
  private final List<Octets> sent = new ArrayList<>();
  private final Map<Integer, Octets> sinks = new HashMap<>();

  GreenPowerCommands(ScheduledExecutorService scheduler, HostCallbacks host) {
    this.scheduler = scheduler;
    this.host = host;
  }

  void register(Commands commands) {
    commands.since(17, 0x005D, (in, out) -> {}); // gpProxyTableRemoveEntry
    commands.since(17, 0x005F, (in, out) -> {}); // gpClearProxyTable
    commands.on(0x0070, (in, out) -> {}); // gpSinkTableInit
    commands.on(0x00C0, (in, out) -> out.u8(NO_INDEX)); // gpProxyTableLookup
    commands.on(0x00C6, this::send);
    commands.on(0x00C9, (in, out) -> out.u8(0)); // gpProxyTableProcessGpPairing
    commands.on(0x00DD, this::sinkTableGetEntry);
    commands.on(0x00DE, (in, out) -> out.u8(index(in.exactly(ADDRESS_SIZE))));
    commands.on(0x00DF, this::sinkTableSetEntry);
    commands.on(0x00E0, (in, out) -> sinks.remove(in.u8()));
    commands.on(0x00E1, this::sinkTableFindOrAllocateEntry);
    commands.on(0x00E2, (in, out) -> sinks.clear());
    commands.on(0x00F5, (in, out) -> {}); // gpSinkTableSetSecurityFrameCounter
    commands.since(12, 0x010B, (in, out) -> {}); // gpTranslationTableClear
    commands.since(13, 0x0118, (in, out) -> out.u8(sinks.size()));
  }

  /** The frames the host sent: address, command and payload. */
  List<Octets> sent() {
    return List.copyOf(sent);
  }

  private void send(EzspReader in, EzspWriter out) {
    boolean adds = in.u8() != 0;
    in.u8();
    Octets address = in.exactly(ADDRESS_SIZE);
    int command = in.u8();
    Octets payload = in.octets(in.u8());
    int handle = in.u8();
    out.status(Status.SUCCESS);
    if (adds) {
      sent.add(
          new EzspWriter(out.version()).octets(address).u8(command).octets(payload).toOctets());
      scheduler.execute(() -> host.send(new EzspCallback.GreenPowerSent(Status.SUCCESS, handle)));
    }
  }

  private int index(Octets address) {
    return sinks.entrySet().stream()
        .filter(entry -> addressOf(entry.getValue()).equals(address))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(NO_INDEX);
  }

  private static Octets addressOf(Octets entry) {
    return entry.slice(SINK_ENTRY_ADDRESS, SINK_ENTRY_ADDRESS + ADDRESS_SIZE);
  }

  private void sinkTableGetEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    Octets entry = sinks.getOrDefault(index, unused(Octets.of(new byte[ADDRESS_SIZE])));
    out.status(index < SINK_TABLE_SIZE ? Status.SUCCESS : Status.INDEX_OUT_OF_RANGE).octets(entry);
  }

  private void sinkTableSetEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    if (index < SINK_TABLE_SIZE) {
      sinks.put(index, in.exactly(SINK_ENTRY_SIZE));
    }
    out.status(index < SINK_TABLE_SIZE ? Status.SUCCESS : Status.INDEX_OUT_OF_RANGE);
  }

  private void sinkTableFindOrAllocateEntry(EzspReader in, EzspWriter out) {
    Octets address = in.exactly(ADDRESS_SIZE);
    int index = index(address);
    for (int i = 0; index == NO_INDEX && i < SINK_TABLE_SIZE; i++) {
      if (!sinks.containsKey(i)) {
        sinks.put(i, unused(address));
        index = i;
      }
    }
    out.u8(index);
  }

  private static Octets unused(Octets address) {
    byte[] entry = new byte[SINK_ENTRY_SIZE];
    entry[0] = (byte) UNUSED;
    System.arraycopy(address.toArray(), 0, entry, SINK_ENTRY_ADDRESS, ADDRESS_SIZE);
    return Octets.of(entry);
  }
}
