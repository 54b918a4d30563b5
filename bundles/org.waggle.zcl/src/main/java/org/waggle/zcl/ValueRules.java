package org.waggle.zcl;

import java.math.BigInteger;
import java.util.List;

/** What the values of each {@link ZclType.Kind} may be, and which of them means none. */
final class ValueRules {

  private static final BigInteger MAXIMUM_64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final IeeeAddress NO_ADDRESS = new IeeeAddress(-1);

  private ValueRules() {}

  static void check(ZclType type, Object value) {
    if (!isValid(type, value)) {
      throw new IllegalArgumentException(
          value + " (" + value.getClass().getSimpleName() + ") is no value of " + type);
    }
  }

  private static boolean isValid(ZclType type, Object value) {
    int length = type.length();
    return switch (type.kind()) {
      case NONE -> value.equals(Octets.EMPTY);
      case BITS, UNSIGNED ->
          length == 8
              ? value instanceof BigInteger big && big.signum() >= 0 && big.bitLength() <= 64
              : value instanceof Long number && number >>> (8 * length) == 0;
      case SIGNED ->
          value instanceof Long number
              && number << (64 - 8 * length) >> (64 - 8 * length) == number;
      case FLOAT -> value instanceof Double;
      case STRING -> hasLength(value, 0xFF);
      case LONG_STRING -> hasLength(value, 0xFFFF);
      case COLLECTION -> value instanceof ZclArray || value == ZclValue.Missing.LENGTH;
      case STRUCTURE -> isStructure(value) || value == ZclValue.Missing.LENGTH;
      case ADDRESS -> value instanceof IeeeAddress;
      case KEY -> value instanceof Octets octets && octets.size() == length;
    };
  }

  private static boolean hasLength(Object value, int limit) {
    return value == ZclValue.Missing.LENGTH
        || (value instanceof Octets octets && octets.size() < limit);
  }

  private static boolean isStructure(Object value) {
    return value instanceof List<?> list
        && list.size() < 0xFFFF
        && list.stream().allMatch(ZclValue.class::isInstance);
  }

  static boolean isAbsent(ZclType type, Object value) {
    return switch (type.kind()) {
      case NONE -> true;
      case BITS, KEY -> false;
      case UNSIGNED ->
          value instanceof Long number
              ? number == (1L << (8 * type.length())) - 1
              : value.equals(MAXIMUM_64);
      case SIGNED -> value instanceof Long number && number == -1L << (8 * type.length() - 1);
      case FLOAT -> value instanceof Double real && real.isNaN();
      case ADDRESS -> value.equals(NO_ADDRESS);
      case STRING, LONG_STRING, COLLECTION, STRUCTURE -> value == ZclValue.Missing.LENGTH;
    };
  }

  static Object nonValue(ZclType type) {
    return switch (type.kind()) {
      case NONE -> Octets.EMPTY;
      case BITS, KEY -> throw new IllegalArgumentException(type + " has no non-value");
      case UNSIGNED -> type.length() == 8 ? MAXIMUM_64 : (Object) ((1L << (8 * type.length())) - 1);
      case SIGNED -> -1L << (8 * type.length() - 1);
      case FLOAT -> Double.NaN;
      case ADDRESS -> NO_ADDRESS;
      case STRING, LONG_STRING, COLLECTION, STRUCTURE -> ZclValue.Missing.LENGTH;
    };
  }
}
