package org.waggle.simulator.zdo;

import org.waggle.simulator.wire.WireWriter;

/** An active entry of a routing table. */
public record Route(int destination, int nextHop) {

  private static final int ACTIVE = 0;

  void write(WireWriter out) {
    out.u16(destination).u8(ACTIVE).u16(nextHop);
  }
}
