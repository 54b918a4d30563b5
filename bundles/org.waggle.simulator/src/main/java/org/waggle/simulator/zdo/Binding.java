package org.waggle.simulator.zdo;

import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;

/** An entry of a binding table: where the frames of an endpoint's cluster go. */
public record Binding(int endpoint, int cluster, Target target) {

  /** The far end of a binding. */
  public sealed interface Target {}

  public record ToEndpoint(IeeeAddress address, int endpoint) implements Target {}

  public record ToGroup(int group) implements Target {}

  private static final int GROUP_MODE = 0x01;
  private static final int ENDPOINT_MODE = 0x03;

  static Binding read(WireReader in) {
    int endpoint = in.u8();
    int cluster = in.u16();
    Target target =
        in.u8() == GROUP_MODE ? new ToGroup(in.u16()) : new ToEndpoint(in.ieee(), in.u8());
    return new Binding(endpoint, cluster, target);
  }

  void write(IeeeAddress source, WireWriter out) {
    out.ieee(source).u8(endpoint).u16(cluster);
    if (target instanceof ToEndpoint to) {
      out.u8(ENDPOINT_MODE).ieee(to.address).u8(to.endpoint);
    } else if (target instanceof ToGroup to) {
      out.u8(GROUP_MODE).u16(to.group);
    }
  }
}
