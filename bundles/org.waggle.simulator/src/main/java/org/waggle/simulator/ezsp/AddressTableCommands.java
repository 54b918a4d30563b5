package org.waggle.simulator.ezsp;

import java.util.HashMap;
import java.util.Map;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Address and binding table of the NCP itself: what a host wrote there can be read again. */
final class AddressTableCommands {

  private record Entry(IeeeAddress address, int networkAddress) {

    static final Entry UNUSED = new Entry(IeeeAddress.NONE, 0xFFFF);
  }

  private static final int BINDING_SIZE = 14;
  private static final Octets NO_BINDING = Octets.of(new byte[BINDING_SIZE]);
  private static final int UNKNOWN = 0xFFFD;

  private final Map<Integer, Entry> addresses = new HashMap<>();
  private final Map<Integer, Octets> bindings = new HashMap<>();

  void clear() {
    addresses.clear();
    bindings.clear();
  }

  void register(Commands commands) {
    commands.on(0x002A, this::clearBindingTable);
    commands.on(0x002B, this::setBinding);
    commands.on(0x002C, this::getBinding);
    commands.on(0x002D, this::deleteBinding);
    commands.on(0x002E, (in, out) -> out.u8(0)); // bindingIsActive
    commands.on(0x002F, (in, out) -> out.u16(UNKNOWN)); // getBindingRemoteNodeId
    commands.on(0x0030, (in, out) -> {}); // setBindingRemoteNodeId
    commands.since(19, 0x006D, (in, out) -> {}); // clearBindingTableOnLeave
    commands.on(0x005B, (in, out) -> out.u8(0)); // addressTableEntryIsActive
    commands.on(0x005C, this::setAddressTableInfo);
    commands.until(13, 0x005D, this::setAddressTableRemoteNodeId);
    commands.on(0x005E, this::getAddressTableInfo);
    commands.until(13, 0x005F, (in, out) -> out.u16(entry(in.u8()).networkAddress));
    commands.on(0x0082, this::replaceAddressTableEntry);
  }

  private Entry entry(int index) {
    return addresses.getOrDefault(index, Entry.UNUSED);
  }

  /** Until EZSP 13 only the EUI64, setAddressTableRemoteEui64. */
  private void setAddressTableInfo(EzspReader in, EzspWriter out) {
    int index = in.u8();
    IeeeAddress address = in.ieee();
    addresses.put(index, new Entry(address, in.version().since(14) ? in.u16() : UNKNOWN));
    out.status(Status.SUCCESS);
  }

  private void setAddressTableRemoteNodeId(EzspReader in, EzspWriter out) {
    int index = in.u8();
    addresses.put(index, new Entry(entry(index).address, in.u16()));
  }

  /** Until EZSP 13 only the EUI64, getAddressTableRemoteEui64. */
  private void getAddressTableInfo(EzspReader in, EzspWriter out) {
    Entry entry = entry(in.u8());
    if (out.version().since(14)) {
      out.status(Status.SUCCESS).u16(entry.networkAddress);
    }
    out.ieee(entry.address);
  }

  private void replaceAddressTableEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    Entry old = entry(index);
    addresses.put(index, new Entry(in.ieee(), in.u16()));
    out.status(Status.SUCCESS).ieee(old.address).u16(old.networkAddress).u8(0);
  }

  private void clearBindingTable(EzspReader in, EzspWriter out) {
    bindings.clear();
    out.status(Status.SUCCESS);
  }

  private void setBinding(EzspReader in, EzspWriter out) {
    bindings.put(in.u8(), in.exactly(BINDING_SIZE));
    out.status(Status.SUCCESS);
  }

  private void getBinding(EzspReader in, EzspWriter out) {
    out.status(Status.SUCCESS).octets(bindings.getOrDefault(in.u8(), NO_BINDING));
  }

  private void deleteBinding(EzspReader in, EzspWriter out) {
    bindings.remove(in.u8());
    out.status(Status.SUCCESS);
  }
}
