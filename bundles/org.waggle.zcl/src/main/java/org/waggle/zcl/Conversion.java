package org.waggle.zcl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** What callers have, such as JSON, as values. */
final class Conversion {

  private Conversion() {}

  static ZclValue convert(ZclType type, Object source) {
    if (source instanceof ZclValue value) {
      if (value.type() != type) {
        throw new IllegalArgumentException(value + " is not of type " + type);
      }
      return value;
    }
    if (source instanceof Double real && real.isNaN()) {
      return ZclValue.absent(type);
    }
    return new ZclValue(
        type,
        switch (type.kind()) {
          case BITS, UNSIGNED, SIGNED -> integer(type, source);
          case FLOAT -> source instanceof Number number ? number.doubleValue() : source;
          case STRING, LONG_STRING, KEY -> octets(source);
          case ADDRESS -> source instanceof String text ? address(text) : source;
          case NONE -> Octets.EMPTY;
          case COLLECTION, STRUCTURE -> source;
        });
  }

  private static Object integer(ZclType type, Object source) {
    BigInteger integer = integer(source);
    if (type.isUnsigned() && type.length() == 8) {
      return integer;
    }
    if (integer.bitLength() >= Long.SIZE) {
      throw new IllegalArgumentException(source + " is no value of " + type);
    }
    return integer.longValue();
  }

  private static BigInteger integer(Object source) {
    if (source instanceof BigInteger big) {
      return big;
    }
    if (source instanceof Boolean truth) {
      return truth ? BigInteger.ONE : BigInteger.ZERO;
    }
    if (source instanceof Double || source instanceof Float) {
      double real = ((Number) source).doubleValue();
      if (Double.isFinite(real)) {
        return new BigDecimal(real).toBigInteger();
      }
    } else if (source instanceof BigDecimal decimal && decimal.scale() > -32) {
      return decimal.toBigInteger();
    } else if (source instanceof Number number) {
      return BigInteger.valueOf(number.longValue());
    }
    throw new IllegalArgumentException("no integer: " + source);
  }

  private static Object octets(Object source) {
    if (source instanceof String text) {
      return Octets.ofUtf8(text);
    }
    if (source instanceof byte[] bytes) {
      return Octets.of(bytes);
    }
    if (source instanceof List<?> list) {
      byte[] bytes = new byte[list.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = octet(list.get(i));
      }
      return Octets.wrap(bytes);
    }
    return source;
  }

  private static byte octet(Object source) {
    if (source instanceof Number number && number.longValue() >>> 8 == 0) {
      return number.byteValue();
    }
    throw new IllegalArgumentException("no octet: " + source);
  }

  private static IeeeAddress address(String text) {
    return IeeeAddress.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("no IEEE address: " + text));
  }
}
