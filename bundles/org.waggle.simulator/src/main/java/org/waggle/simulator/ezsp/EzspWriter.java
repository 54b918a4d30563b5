package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Writes the fields of responses and callbacks, as a version of EZSP lays them out. */
public final class EzspWriter extends WireWriter {

  private static final int NO_INDEX = 0xFF;

  private final EzspVersion version;

  EzspWriter(EzspVersion version) {
    this.version = version;
  }

  EzspVersion version() {
    return version;
  }

  EzspWriter status(Status status) {
    return version.since(EzspVersion.SL_STATUS) ? slStatus(status) : u8(status.octet());
  }

  /** A status that has 32 bits in every version. */
  EzspWriter slStatus(Status status) {
    return u32(status.sl());
  }

  /** What the host calls a message by. */
  EzspWriter tag(int tag) {
    return version.since(14) ? u16(tag) : u8(tag);
  }

  /** sl_zigbee_rx_packet_info, 18 bytes: the stack leaves out the sender's EUI64 and the time. */
  EzspWriter packetInfo(int sender, int lqi, int rssi) {
    return u16(sender).ieee(IeeeAddress.NONE).u8(NO_INDEX).u8(NO_INDEX).u8(lqi).u8(rssi).u32(0);
  }

  @Override
  public EzspWriter u8(int value) {
    super.u8(value);
    return this;
  }

  @Override
  public EzspWriter u16(int value) {
    super.u16(value);
    return this;
  }

  @Override
  public EzspWriter u32(long value) {
    super.u32(value);
    return this;
  }

  @Override
  public EzspWriter ieee(IeeeAddress address) {
    super.ieee(address);
    return this;
  }

  @Override
  public EzspWriter octets(Octets octets) {
    super.octets(octets);
    return this;
  }

  @Override
  public EzspWriter counted(Octets octets) {
    super.counted(octets);
    return this;
  }
}
