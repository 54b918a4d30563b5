package org.waggle.zcl;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Collects octets, numbers least significant octet first. Not for several threads.
 *
 * <p>A number that does not fit its width is an {@link IllegalArgumentException}.
 */
public final class ZclWriter {

  private byte[] bytes = new byte[32];
  private int size;

  public int size() {
    return size;
  }

  public ZclWriter uint8(int value) {
    return unsigned(1, value);
  }

  public ZclWriter uint16(int value) {
    return unsigned(2, value);
  }

  public ZclWriter uint24(int value) {
    return unsigned(3, value);
  }

  public ZclWriter uint32(long value) {
    return unsigned(4, value);
  }

  /** A number of 1 to 8 octets; of 8 it is the bits, so that it may be negative. */
  public ZclWriter unsigned(int length, long value) {
    if (length < 8 && value >>> (8 * length) != 0) {
      throw new IllegalArgumentException(value + " does not fit " + length + " octets");
    }
    return bits(length, value);
  }

  /** A two's complement number of 1 to 8 octets. */
  public ZclWriter signed(int length, long value) {
    int unused = Long.SIZE - 8 * length;
    if (value << unused >> unused != value) {
      throw new IllegalArgumentException(value + " does not fit " + length + " octets");
    }
    return bits(length, value);
  }

  public ZclWriter ieeeAddress(IeeeAddress address) {
    return bits(8, address.value());
  }

  public ZclWriter octets(Octets octets) {
    int length = octets.size();
    reserve(length);
    octets.copyTo(bytes, size);
    size += length;
    return this;
  }

  public ZclWriter status(ZclStatus status) {
    return uint8(status.code());
  }

  /** A direction in an octet of its own. */
  public ZclWriter direction(Direction direction) {
    return uint8(direction.value());
  }

  /** A value, without its type. */
  public ZclWriter value(ZclValue value) {
    ValueCodec.write(this, value);
    return this;
  }

  /** A data type id and a value. */
  public ZclWriter typedValue(ZclValue value) {
    return uint8(value.type().id()).value(value);
  }

  /** All that was written so far. */
  public Octets toOctets() {
    return Octets.wrap(Arrays.copyOf(bytes, size));
  }

  /** Status records, of which a lone SUCCESS stands for none (ZCL 2.5.5.1). */
  <T> void failures(List<T> failures, BiConsumer<T, ZclWriter> failure) {
    if (failures.isEmpty()) {
      uint8(0);
    }
    failures.forEach(f -> failure.accept(f, this));
  }

  private ZclWriter bits(int length, long value) {
    reserve(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) (value >> (8 * i));
    }
    return this;
  }

  private void reserve(int length) {
    if (length > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
  }
}
