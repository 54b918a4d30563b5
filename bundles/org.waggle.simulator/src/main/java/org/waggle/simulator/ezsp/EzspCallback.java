package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** The frames an NCP sends of its own accord. */
public sealed interface EzspCallback {

  int id();

  void write(WireWriter out);

  record StackStatus(int status) implements EzspCallback {
    @Override
    public int id() {
      return 0x0019;
    }

    @Override
    public void write(WireWriter out) {
      out.u8(status);
    }
  }

  record EnergyScanResult(int channel, int rssi) implements EzspCallback {
    @Override
    public int id() {
      return 0x0048;
    }

    @Override
    public void write(WireWriter out) {
      out.u8(channel).u8(rssi);
    }
  }

  record ScanComplete(int channel, int status) implements EzspCallback {
    @Override
    public int id() {
      return 0x001C;
    }

    @Override
    public void write(WireWriter out) {
      out.u8(channel).u8(status);
    }
  }

  record TrustCenterJoin(
      int networkAddress, IeeeAddress address, int update, int decision, int parent)
      implements EzspCallback {

    static final int USE_PRECONFIGURED_KEY = 0;
    static final int DENY_JOIN = 2;
    static final int NO_ACTION = 3;

    @Override
    public int id() {
      return 0x0024;
    }

    @Override
    public void write(WireWriter out) {
      out.u16(networkAddress).ieee(address).u8(update).u8(decision).u16(parent);
    }
  }

  record MessageSent(int type, int destination, ApsFields aps, int tag, int status)
      implements EzspCallback {
    @Override
    public int id() {
      return 0x003F;
    }

    @Override
    public void write(WireWriter out) {
      out.u8(type).u16(destination);
      aps.write(out);
      out.u8(tag).u8(status).u8(0);
    }
  }

  record IncomingMessage(int type, ApsFields aps, int lqi, int rssi, int sender, Octets message)
      implements EzspCallback {

    static final int UNICAST = 0;
    static final int MULTICAST = 2;
    static final int MULTICAST_LOOPBACK = 3;
    static final int BROADCAST = 4;
    static final int BROADCAST_LOOPBACK = 5;

    private static final int NO_INDEX = 0xFF;

    @Override
    public int id() {
      return 0x0045;
    }

    @Override
    public void write(WireWriter out) {
      out.u8(type);
      aps.write(out);
      out.u8(lqi).u8(rssi).u16(sender).u8(NO_INDEX).u8(NO_INDEX).counted(message);
    }
  }

  /** Any other frame, for what a test wants to say. */
  record Other(int id, Octets parameters) implements EzspCallback {
    @Override
    public void write(WireWriter out) {
      out.octets(parameters);
    }
  }
}
