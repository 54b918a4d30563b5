package org.waggle.zcl.zdo;

import java.util.OptionalInt;
import org.waggle.zcl.ZclReader;

/** The network address of interest, which failures may leave out. */
final class NetworkAddress {

  private NetworkAddress() {}

  static OptionalInt readIfAny(ZclReader reader) {
    return reader.remaining() < 2 ? OptionalInt.empty() : OptionalInt.of(reader.uint16());
  }
}
