package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;

/**
 * EmberNetworkParameters, 20 bytes.
 *
 * @param power in dBm
 * @param channels one bit per channel
 */
public record NetworkParameters(
    long extendedPanId,
    int panId,
    int power,
    int channel,
    int joinMethod,
    int managerId,
    int updateId,
    long channels) {

  /** What an NCP without a network answers. */
  static final NetworkParameters NONE = new NetworkParameters(0, 0xFFFF, 0, 0, 0, 0, 0, 0);

  static NetworkParameters read(WireReader in) {
    return new NetworkParameters(
        in.u32() | in.u32() << 32,
        in.u16(),
        in.s8(),
        in.u8(),
        in.u8(),
        in.u16(),
        in.u8(),
        in.u32());
  }

  void write(WireWriter out) {
    out.u32(extendedPanId)
        .u32(extendedPanId >>> 32)
        .u16(panId)
        .u8(power)
        .u8(channel)
        .u8(joinMethod)
        .u16(managerId)
        .u8(updateId)
        .u32(channels);
  }

  NetworkParameters withChannel(int next) {
    return new NetworkParameters(
        extendedPanId, panId, power, next, joinMethod, managerId, updateId, channels);
  }

  NetworkParameters withPower(int next) {
    return new NetworkParameters(
        extendedPanId, panId, next, channel, joinMethod, managerId, updateId, channels);
  }
}
