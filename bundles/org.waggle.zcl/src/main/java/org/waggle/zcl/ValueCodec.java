package org.waggle.zcl;

import java.math.BigInteger;
import java.util.List;

/** Values on the wire, by the {@link ZclType.Kind} of their type. */
final class ValueCodec {

  /** Deeper nesting is refused (ZCL 2.5.15.1 has room for no more indexes). */
  private static final int MAXIMUM_DEPTH = 15;

  private static final int NO_STRING = 0xFF;
  private static final int NO_LENGTH = 0xFFFF;

  private ValueCodec() {}

  static ZclValue read(ZclReader reader, ZclType type) {
    return read(reader, type, 0);
  }

  private static ZclValue read(ZclReader reader, ZclType type, int depth) {
    if (depth > MAXIMUM_DEPTH) {
      throw reader.malformed("nested more than " + MAXIMUM_DEPTH + " deep");
    }
    return new ZclValue(
        type,
        switch (type.kind()) {
          case NONE -> Octets.EMPTY;
          case BITS, UNSIGNED -> unsigned(reader.unsigned(type.length()), type.length());
          case SIGNED -> reader.signed(type.length());
          case FLOAT -> real(reader.unsigned(type.length()), type.length());
          case STRING -> string(reader, reader.uint8(), NO_STRING);
          case LONG_STRING -> string(reader, reader.uint16(), NO_LENGTH);
          case COLLECTION -> collection(reader, depth);
          case STRUCTURE -> structure(reader, depth);
          case ADDRESS -> reader.ieeeAddress();
          case KEY -> reader.octets(type.length());
        });
  }

  private static Object unsigned(long bits, int length) {
    return length < 8 ? (Object) bits : unsigned64(bits);
  }

  static BigInteger unsigned64(long bits) {
    BigInteger value = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? value.setBit(63) : value;
  }

  private static Double real(long bits, int length) {
    return switch (length) {
      case 2 -> SemiPrecision.toDouble((int) bits);
      case 4 -> (double) Float.intBitsToFloat((int) bits);
      default -> Double.longBitsToDouble(bits);
    };
  }

  private static Object string(ZclReader reader, int length, int none) {
    // Devices cut strings off without saying so; Zigbee2MQTT takes what there is.
    return length == none
        ? ZclValue.Missing.LENGTH
        : reader.octets(Math.min(length, reader.remaining()));
  }

  private static Object collection(ZclReader reader, int depth) {
    int typeId = reader.uint8();
    int count = reader.uint16();
    if (count == NO_LENGTH) {
      return ZclValue.Missing.LENGTH;
    }
    ZclType elementType =
        ZclType.of(typeId).orElseThrow(() -> reader.malformed("no element type: " + typeId));
    if (elementType.kind() == ZclType.Kind.NONE && count > 0) {
      throw reader.malformed("elements of no length");
    }
    return new ZclArray(elementType, reader.list(count, r -> read(r, elementType, depth + 1)));
  }

  private static Object structure(ZclReader reader, int depth) {
    int count = reader.uint16();
    return count == NO_LENGTH
        ? ZclValue.Missing.LENGTH
        : List.copyOf(reader.list(count, r -> read(r, r.type(), depth + 1)));
  }

  static void write(ZclWriter writer, ZclValue value) {
    ZclType type = value.type();
    Object raw = value.value();
    boolean missing = raw == ZclValue.Missing.LENGTH;
    switch (type.kind()) {
      case NONE -> {}
      case BITS, UNSIGNED -> writer.unsigned(type.length(), ((Number) raw).longValue());
      case SIGNED -> writer.signed(type.length(), (Long) raw);
      case FLOAT -> writer.unsigned(type.length(), realBits((Double) raw, type.length()));
      case STRING, LONG_STRING -> {
        int width = type.kind() == ZclType.Kind.STRING ? 1 : 2;
        if (missing) {
          writer.unsigned(width, width == 1 ? NO_STRING : NO_LENGTH);
        } else {
          writer.unsigned(width, ((Octets) raw).size()).octets((Octets) raw);
        }
      }
      case COLLECTION -> {
        ZclType elementType = missing ? ZclType.UNKNOWN : ((ZclArray) raw).elementType();
        writer.uint8(elementType.id()).uint16(missing ? NO_LENGTH : value.elements().size());
        value.elements().forEach(writer::value);
      }
      case STRUCTURE -> {
        writer.uint16(missing ? NO_LENGTH : value.elements().size());
        value.elements().forEach(writer::typedValue);
      }
      case ADDRESS -> writer.ieeeAddress((IeeeAddress) raw);
      case KEY -> writer.octets((Octets) raw);
    }
  }

  private static long realBits(double value, int length) {
    return switch (length) {
      case 2 -> SemiPrecision.ofDouble(value);
      case 4 -> Float.floatToIntBits((float) value) & 0xFFFF_FFFFL;
      default -> Double.doubleToLongBits(value);
    };
  }
}
