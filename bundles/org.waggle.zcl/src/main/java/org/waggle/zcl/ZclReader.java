package org.waggle.zcl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A little-endian cursor over octets from the air.
 *
 * <p>It lives only within {@link #decode}: whatever is read past the end, or refused with {@link
 * #malformed}, ends the decoding with a {@link Decoded.Malformed}. Not for several threads.
 */
public final class ZclReader {

  /** Leaves {@link #decode}; without a stack trace, since the air is full of bad frames. */
  private static final class Refused extends RuntimeException {
    Refused(String reason) {
      super(reason, null, false, false);
    }
  }

  private final Octets octets;
  private final int end;
  private int position;
  private String field = "";

  private ZclReader(Octets octets) {
    this.octets = octets;
    this.end = octets.size();
  }

  /**
   * Reads {@code octets} with {@code body}; octets it leaves are no error.
   *
   * @return what {@code body} returned, or why it could not go on
   */
  public static <T> Decoded<T> decode(
      Octets octets, Function<? super ZclReader, ? extends T> body) {
    try {
      return Decoded.ok(body.apply(new ZclReader(octets)));
    } catch (Refused refused) {
      return Decoded.malformed(String.valueOf(refused.getMessage()), octets);
    }
  }

  /**
   * Ends the decoding; to be thrown.
   *
   * @param reason one line; the offset is added
   */
  public RuntimeException malformed(String reason) {
    return new Refused((field.isEmpty() ? "" : field + ": ") + reason + " at offset " + position);
  }

  /** Names what is read next, for the reason if that fails. */
  public ZclReader field(String name) {
    field = name;
    return this;
  }

  public int position() {
    return position;
  }

  public int remaining() {
    return end - position;
  }

  public boolean hasMore() {
    return position < end;
  }

  public int uint8() {
    return octets.at(advance(1));
  }

  public int uint16() {
    int at = advance(2);
    return octets.at(at) | octets.at(at + 1) << 8;
  }

  public int uint24() {
    return (int) unsigned(3);
  }

  public long uint32() {
    return unsigned(4);
  }

  /** A number of 1 to 8 octets; of 8 it is the bits, so that it may be negative. */
  public long unsigned(int length) {
    int at = advance(length);
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | octets.at(at + i);
    }
    return value;
  }

  /** A two's complement number of 1 to 8 octets. */
  public long signed(int length) {
    int unused = Long.SIZE - 8 * length;
    return unsigned(length) << unused >> unused;
  }

  public IeeeAddress ieeeAddress() {
    return new IeeeAddress(unsigned(8));
  }

  public Octets octets(int length) {
    int at = advance(length);
    return octets.slice(at, at + length);
  }

  /** All that is left, maybe nothing. */
  public Octets rest() {
    return octets(remaining());
  }

  public ZclStatus status() {
    return ZclStatus.of(uint8());
  }

  /** A direction field of its own octet, as reporting configurations have it. */
  public Direction direction() {
    int direction = uint8();
    if (direction > 1) {
      throw malformed("no direction: " + direction);
    }
    return direction == 0 ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
  }

  /** A data type id that the ZCL defines. */
  public ZclType type() {
    int id = uint8();
    return ZclType.of(id).orElseThrow(() -> malformed(String.format("no data type: 0x%02x", id)));
  }

  /** A value of {@code type}. */
  public ZclValue value(ZclType type) {
    return ValueCodec.read(this, type);
  }

  /** A data type id and a value of that type. */
  public ZclValue typedValue() {
    return value(type());
  }

  /** Exactly {@code count} elements. */
  public <T> List<T> list(int count, Function<? super ZclReader, ? extends T> element) {
    if (count > remaining()) {
      throw malformed(count + " elements in " + remaining() + " octets");
    }
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(element.apply(this));
    }
    return list;
  }

  /** Elements up to the end, maybe none. */
  public <T> List<T> toEnd(Function<? super ZclReader, ? extends T> element) {
    List<T> list = new ArrayList<>(4);
    while (hasMore()) {
      list.add(element.apply(this));
    }
    return list;
  }

  /** Elements up to the end, at least one. */
  public <T> List<T> someToEnd(Function<? super ZclReader, ? extends T> element) {
    if (!hasMore()) {
      throw malformed("nothing");
    }
    return toEnd(element);
  }

  /** Status records, of which a lone SUCCESS stands for none (ZCL 2.5.5.1). */
  <T> List<T> failures(Function<? super ZclReader, ? extends T> failure) {
    if (uint8() == 0) {
      return List.of();
    }
    position--;
    return toEnd(failure);
  }

  private int advance(int length) {
    int at = position;
    if (length < 0 || length > end - at) {
      throw malformed(length + " octets wanted, " + remaining() + " left,");
    }
    position = at + length;
    return at;
  }
}
