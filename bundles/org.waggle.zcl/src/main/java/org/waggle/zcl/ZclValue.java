package org.waggle.zcl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A value of a ZCL data type.
 *
 * <p>{@code value} is, whether or not it is the type's non-value,
 *
 * <ul>
 *   <li>{@link Long} for data, bitmaps, unsigned numbers up to 56 bits, all signed numbers,
 *       enumerations, {@code BOOLEAN} (0 and 1), times, dates, ids: all integers but
 *   <li>{@link BigInteger} for {@code DATA64}, {@code BITMAP64} and {@code UINT64};
 *   <li>{@link Double} for floating point numbers;
 *   <li>{@link Octets} for octet and character strings (bytes as on the wire: vendors put structs
 *       into character strings), for keys, and, empty, for {@code NO_DATA} and {@code UNKNOWN};
 *   <li>{@link IeeeAddress};
 *   <li>{@link ZclArray} for arrays, sets and bags, {@code List<ZclValue>} for structures;
 *   <li>{@link Missing#LENGTH} for a string, array, set, bag or structure without a length.
 * </ul>
 *
 * <p>{@code TIME_OF_DAY} and {@code DATE} are the four octets as one number, the first octet on the
 * wire (hours, or years since 1900) the least significant.
 */
public record ZclValue(ZclType type, Object value) {

  /** What stands where octets or elements would. */
  public enum Missing {
    /** The length field is the non-value. */
    LENGTH
  }

  /**
   * @throws IllegalArgumentException if {@code value} is not what {@code type} demands, or does not
   *     fit it
   */
  public ZclValue {
    if (value instanceof List<?> list) {
      value = List.copyOf(list);
    }
    ValueRules.check(type, value);
  }

  /**
   * A number of any integer or floating point type; of 64-bit unsigned types these are the bits.
   *
   * @throws IllegalArgumentException if {@code type} is no type of numbers, or too narrow
   */
  public static ZclValue of(ZclType type, long value) {
    if (type.kind() == ZclType.Kind.FLOAT) {
      return of(type, (double) value);
    }
    boolean wide = type.isUnsigned() && type.length() == Long.BYTES;
    return new ZclValue(type, wide ? ValueCodec.unsigned64(value) : (Object) value);
  }

  /**
   * A floating point number.
   *
   * @throws IllegalArgumentException if {@code type} is no floating point type
   */
  public static ZclValue of(ZclType type, double value) {
    return new ZclValue(type, value);
  }

  /**
   * The non-value of {@code type}: what a device sends that does not know.
   *
   * @throws IllegalArgumentException if the type has none
   */
  public static ZclValue absent(ZclType type) {
    return new ZclValue(type, ValueRules.nonValue(type));
  }

  /**
   * What a caller has, such as JSON, as a value: integers from any {@link Number}, fractions being
   * cut off, and {@link Boolean}; floating point numbers from any number; strings and keys from
   * {@link Octets}, {@link String}, {@code byte[]} and lists of numbers; addresses also from their
   * text; from NaN the type's non-value; else as {@link #value} is.
   *
   * @throws IllegalArgumentException if {@code source} is nothing of that, or does not fit the type
   */
  public static ZclValue convert(ZclType type, Object source) {
    return Conversion.convert(type, source);
  }

  public static ZclValue bool(boolean value) {
    return of(ZclType.BOOLEAN, value ? 1 : 0);
  }

  public static ZclValue uint8(int value) {
    return of(ZclType.UINT8, value);
  }

  public static ZclValue uint16(int value) {
    return of(ZclType.UINT16, value);
  }

  public static ZclValue uint24(int value) {
    return of(ZclType.UINT24, value);
  }

  public static ZclValue uint32(long value) {
    return of(ZclType.UINT32, value);
  }

  public static ZclValue int8(int value) {
    return of(ZclType.INT8, value);
  }

  public static ZclValue int16(int value) {
    return of(ZclType.INT16, value);
  }

  public static ZclValue int32(int value) {
    return of(ZclType.INT32, value);
  }

  public static ZclValue enum8(int value) {
    return of(ZclType.ENUM8, value);
  }

  public static ZclValue enum16(int value) {
    return of(ZclType.ENUM16, value);
  }

  public static ZclValue bitmap8(int value) {
    return of(ZclType.BITMAP8, value);
  }

  public static ZclValue bitmap16(int value) {
    return of(ZclType.BITMAP16, value);
  }

  public static ZclValue bitmap32(long value) {
    return of(ZclType.BITMAP32, value);
  }

  /** Seconds since 2000-01-01T00:00:00Z. */
  public static ZclValue utcTime(long seconds) {
    return of(ZclType.UTC_TIME, seconds);
  }

  public static ZclValue text(String text) {
    return new ZclValue(ZclType.CHARACTER_STRING, Octets.ofUtf8(text));
  }

  public static ZclValue octets(Octets octets) {
    return new ZclValue(ZclType.OCTET_STRING, octets);
  }

  public static ZclValue ieeeAddress(IeeeAddress address) {
    return new ZclValue(ZclType.IEEE_ADDRESS, address);
  }

  public static ZclValue array(ZclType elementType, List<ZclValue> elements) {
    return new ZclValue(ZclType.ARRAY, new ZclArray(elementType, elements));
  }

  public static ZclValue structure(List<ZclValue> elements) {
    return new ZclValue(ZclType.STRUCTURE, elements);
  }

  /**
   * Whether this is the type's non-value (ZCL 2.6.2): all bits of an unsigned number or
   * enumeration, the least signed number, NaN, all bits of an address, a string or collection
   * without a length. The conveniences below are then empty; {@code value} still tells what was on
   * the wire. Data, bitmaps and keys have no non-value.
   */
  public boolean isAbsent() {
    return ValueRules.isAbsent(type, value);
  }

  /** The integer, if this is one that fits 63 bits, and is not absent. */
  public OptionalLong integer() {
    if (isAbsent()) {
      return OptionalLong.empty();
    }
    if (value instanceof BigInteger big) {
      return big.bitLength() < Long.SIZE ? OptionalLong.of(big.longValue()) : OptionalLong.empty();
    }
    return value instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** The number, integer or not, if this is a finite one, and is not absent. */
  public Optional<BigDecimal> decimal() {
    if (isAbsent()) {
      return Optional.empty();
    }
    if (value instanceof Long number) {
      return Optional.of(BigDecimal.valueOf(number));
    }
    if (value instanceof BigInteger big) {
      return Optional.of(new BigDecimal(big));
    }
    return value instanceof Double real && Double.isFinite(real)
        ? Optional.of(BigDecimal.valueOf(real))
        : Optional.empty();
  }

  /** Whether the integer is other than 0, if this is one, and is not absent. */
  public Optional<Boolean> truth() {
    OptionalLong integer = integer();
    return integer.isPresent() ? Optional.of(integer.getAsLong() != 0) : Optional.empty();
  }

  /** The octets as UTF-8, if this is a string of either kind, and is not absent. */
  public Optional<String> text() {
    return type.isString() ? octets().map(Octets::utf8) : Optional.empty();
  }

  /** The octets, if this is a string of either kind or a key, and is not absent. */
  public Optional<Octets> octets() {
    return value instanceof Octets octets ? Optional.of(octets) : Optional.empty();
  }

  /** The address, if this is one, and is not absent. */
  public Optional<IeeeAddress> address() {
    return value instanceof IeeeAddress address && !isAbsent()
        ? Optional.of(address)
        : Optional.empty();
  }

  /** The elements of an array, set, bag or structure; else none. */
  @SuppressWarnings("unchecked") // checked by the constructor
  public List<ZclValue> elements() {
    if (value instanceof ZclArray array) {
      return array.elements();
    }
    return value instanceof List<?> list ? (List<ZclValue>) list : List.of();
  }
}
