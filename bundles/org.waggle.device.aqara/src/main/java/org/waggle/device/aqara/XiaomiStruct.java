package org.waggle.device.aqara;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Decoder;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/**
 * What Xiaomi's devices put into one attribute of the Basic cluster, about every hour: tagged
 * values, disguised as a character string. Each is an octet for the tag, one for the ZCL type, and
 * the value.
 */
final class XiaomiStruct {

  private static final int BASIC = 0x0000;
  private static final int MANUFACTURER = 0x115F;
  private static final Attribute STRUCT =
      Attribute.manufacturerSpecific(BASIC, 0xFF01, ZclType.CHARACTER_STRING, MANUFACTURER);

  private XiaomiStruct() {}

  /** Makes state of the number that one tag has, if it is there. */
  static Decoder decoder(int tag, Function<BigDecimal, Map<String, @Nullable Object>> decode) {
    return Decoder.ofAttributes(
        BASIC,
        (reception, attributes) -> {
          Optional<BigDecimal> number =
              attributes
                  .value(STRUCT)
                  .flatMap(ZclValue::octets)
                  .map(XiaomiStruct::parse)
                  .map(values -> values.get(tag))
                  .flatMap(ZclValue::decimal);
          return number.isPresent() ? decode.apply(number.get()) : Map.of();
        });
  }

  /** The values by tag, up to where the struct ends or makes no sense. */
  static Map<Integer, ZclValue> parse(Octets octets) {
    Map<Integer, ZclValue> values = new LinkedHashMap<>();
    ZclReader.decode(octets, reader -> collect(reader, values));
    return values;
  }

  private static Map<Integer, ZclValue> collect(ZclReader reader, Map<Integer, ZclValue> values) {
    // Some structs have an octet too many.
    while (reader.remaining() > 1) {
      int tag = reader.uint8();
      values.put(tag, reader.typedValue());
    }
    return values;
  }
}
