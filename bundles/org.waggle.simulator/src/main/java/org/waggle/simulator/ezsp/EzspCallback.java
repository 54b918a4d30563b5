package org.waggle.simulator.ezsp;

import java.util.List;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** The frames an NCP sends of its own accord. */
public sealed interface EzspCallback {

  int id();

  /** Writes the fields in the order of the version that {@code out} is for. */
  void write(EzspWriter out);

  record StackStatus(Status status) implements EzspCallback {
    @Override
    public int id() {
      return 0x0019;
    }

    @Override
    public void write(EzspWriter out) {
      out.status(status);
    }
  }

  record EnergyScanResult(int channel, int rssi) implements EzspCallback {
    @Override
    public int id() {
      return 0x0048;
    }

    @Override
    public void write(EzspWriter out) {
      out.u8(channel).u8(rssi);
    }
  }

  record ScanComplete(int channel, Status status) implements EzspCallback {
    @Override
    public int id() {
      return 0x001C;
    }

    @Override
    public void write(EzspWriter out) {
      out.u8(channel).status(status);
    }
  }

  record UnusedPanIdFound(int panId, int channel) implements EzspCallback {
    @Override
    public int id() {
      return 0x00D2;
    }

    @Override
    public void write(EzspWriter out) {
      out.u16(panId).u8(channel);
    }
  }

  /** A device without a router's duties is a child of the NCP from now on, or no longer. */
  record ChildJoin(
      int index, boolean joining, int networkAddress, IeeeAddress address, boolean sleepy)
      implements EzspCallback {

    private static final int END_DEVICE = 3;
    private static final int SLEEPY_END_DEVICE = 4;

    @Override
    public int id() {
      return 0x0023;
    }

    @Override
    public void write(EzspWriter out) {
      out.u8(index)
          .u8(joining ? 1 : 0)
          .u16(networkAddress)
          .ieee(address)
          .u8(sleepy ? SLEEPY_END_DEVICE : END_DEVICE);
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
    public void write(EzspWriter out) {
      out.u16(networkAddress).ieee(address).u8(update).u8(decision).u16(parent);
    }
  }

  /** {@code contents} are empty unless the host's policy asks for them. */
  record MessageSent(
      int type, int destination, ApsFields aps, int tag, Status status, Octets contents)
      implements EzspCallback {
    @Override
    public int id() {
      return 0x003F;
    }

    @Override
    public void write(EzspWriter out) {
      boolean statusFirst = out.version().since(14);
      if (statusFirst) {
        out.status(status);
      }
      out.u8(type).u16(destination);
      aps.write(out);
      out.tag(tag);
      if (!statusFirst) {
        out.status(status);
      }
      out.counted(contents);
    }
  }

  /** A child asks for what its parent keeps for it. */
  record Poll(int networkAddress, boolean transmitExpected) implements EzspCallback {
    @Override
    public int id() {
      return 0x0044;
    }

    @Override
    public void write(EzspWriter out) {
      out.u16(networkAddress);
      if (out.version().since(11)) {
        out.u8(transmitExpected ? 1 : 0);
      }
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

    /** Sticks were seen to send a byte more than the reference tells of. */
    private static final int UNDOCUMENTED = 0x02;

    @Override
    public int id() {
      return 0x0045;
    }

    @Override
    public void write(EzspWriter out) {
      out.u8(type);
      aps.write(out);
      if (out.version().since(14)) {
        out.packetInfo(sender, lqi, rssi);
      } else {
        out.u8(lqi).u8(rssi).u16(sender).u8(NO_INDEX).u8(NO_INDEX);
      }
      out.counted(message).u8(UNDOCUMENTED);
    }
  }

  record IncomingRouteRecord(
      int networkAddress, IeeeAddress address, int lqi, int rssi, List<Integer> relays)
      implements EzspCallback {

    public IncomingRouteRecord {
      relays = List.copyOf(relays);
    }

    @Override
    public int id() {
      return 0x0059;
    }

    @Override
    public void write(EzspWriter out) {
      out.u16(networkAddress).ieee(address).u8(lqi).u8(rssi).u8(relays.size());
      relays.forEach(out::u16);
    }
  }

  /** A MAC frame from outside of the network: touchlink. */
  record MacFilterMatch(int lqi, int rssi, Octets message) implements EzspCallback {

    private static final int SE_INTERPAN = 1;

    @Override
    public int id() {
      return 0x0046;
    }

    @Override
    public void write(EzspWriter out) {
      if (out.version().since(18)) {
        out.u16(0).u8(SE_INTERPAN).packetInfo(0xFFFE, lqi, rssi);
      } else if (out.version().since(14)) {
        out.u8(0).u8(SE_INTERPAN).packetInfo(0xFFFE, lqi, rssi);
      } else {
        out.u8(0).u8(SE_INTERPAN).u8(lqi).u8(rssi);
      }
      out.counted(message);
    }
  }

  record RawTransmitComplete(Status status, Octets message) implements EzspCallback {
    @Override
    public int id() {
      return 0x0098;
    }

    @Override
    public void write(EzspWriter out) {
      if (out.version().since(14)) {
        out.counted(message);
      }
      out.status(status);
    }
  }

  record GreenPowerSent(Status status, int handle) implements EzspCallback {
    @Override
    public int id() {
      return 0x00C7;
    }

    @Override
    public void write(EzspWriter out) {
      out.status(status).u8(handle);
    }
  }

  /** A frame of a Green Power device that has a source id. */
  record GreenPowerIncoming(
      long sourceId,
      int endpoint,
      int sequence,
      int command,
      Octets payload,
      int securityLevel,
      int keyType,
      long frameCounter,
      long mic,
      int lqi)
      implements EzspCallback {

    private static final int SOURCE_ID = 0;
    private static final int NO_PROXY = 0xFF;

    @Override
    public int id() {
      return 0x00C5;
    }

    @Override
    public void write(EzspWriter out) {
      out.u8(0).u8(lqi).u8(sequence);
      out.u8(SOURCE_ID).u32(sourceId).u32(sourceId).u8(endpoint);
      out.u8(securityLevel).u8(keyType).u8(0).u8(0).u32(frameCounter);
      out.u8(command).u32(mic).u8(NO_PROXY).counted(payload);
      if (out.version().since(16)) {
        out.packetInfo((int) sourceId & 0xFFFF, lqi, lqi / 4 - 100);
      }
    }
  }

  record CounterRollover(int counter) implements EzspCallback {
    @Override
    public int id() {
      return 0x00F2;
    }

    @Override
    public void write(EzspWriter out) {
      out.u8(counter);
    }
  }

  /** Any other frame, for what a test wants to say. */
  record Other(int id, Octets parameters) implements EzspCallback {
    @Override
    public void write(EzspWriter out) {
      out.octets(parameters);
    }
  }
}
