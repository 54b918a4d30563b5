package org.waggle.zigbee;

import java.util.Optional;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.ZclWriter;

/** ZCL values as hexadecimal text: the type and the octets, as they are on the wire. */
final class ValueCodec {

  private ValueCodec() {}

  static String write(ZclValue value) {
    return new ZclWriter().typedValue(value).toOctets().toString();
  }

  /** Empty if the text is none of {@link #write}. */
  static Optional<ZclValue> read(String text) {
    try {
      return ZclReader.decode(Octets.ofHex(text), ZclReader::typedValue).toOptional();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
