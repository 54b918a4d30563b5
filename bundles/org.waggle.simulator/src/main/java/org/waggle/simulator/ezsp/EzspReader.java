package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.Octets;

/** Reads the fields of a command, as a version of EZSP lays them out. */
final class EzspReader extends WireReader {

  private final EzspVersion version;

  EzspReader(Octets octets, EzspVersion version) {
    super(octets);
    this.version = version;
  }

  EzspVersion version() {
    return version;
  }

  /** What the host calls a message by. */
  int tag() {
    return version.since(14) ? u16() : u8();
  }
}
