package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;

/** EmberApsFrame, 11 bytes. */
public record ApsFields(
    int profile,
    int cluster,
    int sourceEndpoint,
    int destinationEndpoint,
    int options,
    int group,
    int sequence) {

  /** The sender wants the addressee's acknowledgement. */
  static final int RETRY = 0x0040;

  static final int ENABLE_ROUTE_DISCOVERY = 0x0100;

  static ApsFields read(WireReader in) {
    return new ApsFields(in.u16(), in.u16(), in.u8(), in.u8(), in.u16(), in.u16(), in.u8());
  }

  void write(WireWriter out) {
    out.u16(profile)
        .u16(cluster)
        .u8(sourceEndpoint)
        .u8(destinationEndpoint)
        .u16(options)
        .u16(group)
        .u8(sequence);
  }

  ApsFields withSequence(int next) {
    return new ApsFields(
        profile, cluster, sourceEndpoint, destinationEndpoint, options, group, next);
  }
}
