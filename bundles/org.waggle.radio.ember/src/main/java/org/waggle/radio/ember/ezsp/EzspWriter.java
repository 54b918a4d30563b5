package org.waggle.radio.ember.ezsp;

import java.util.Arrays;
import java.util.List;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Writes parameters of one version of the protocol, little endian. Of one thread. */
public final class EzspWriter {

  private final EzspVersion version;
  private byte[] octets = new byte[128];
  private int size;

  public EzspWriter(EzspVersion version) {
    this.version = version;
  }

  public EzspVersion version() {
    return version;
  }

  public EzspWriter u8(int value) {
    if (size == octets.length) {
      octets = Arrays.copyOf(octets, 2 * size);
    }
    octets[size++] = (byte) value;
    return this;
  }

  public EzspWriter u16(int value) {
    return u8(value).u8(value >> 8);
  }

  public EzspWriter u32(long value) {
    return u16((int) value).u16((int) (value >> 16));
  }

  public EzspWriter u64(long value) {
    return u32(value).u32(value >> 32);
  }

  public EzspWriter bool(boolean value) {
    return u8(value ? 1 : 0);
  }

  public EzspWriter eui64(IeeeAddress address) {
    return u64(address.value());
  }

  public EzspWriter u16s(List<Integer> values) {
    values.forEach(this::u16);
    return this;
  }

  public EzspWriter octets(Octets value) {
    for (int i = 0; i < value.size(); i++) {
      u8(value.at(i));
    }
    return this;
  }

  /**
   * A length octet and the octets.
   *
   * @throws IllegalArgumentException for more than 255 octets
   */
  public EzspWriter counted(Octets value) {
    if (value.size() > 0xFF) {
      throw new IllegalArgumentException(value.size() + " octets do not fit");
    }
    return u8(value.size()).octets(value);
  }

  /** {@code messageTag}: 8 bits before version 14, 16 bits since. */
  public EzspWriter tag(int value) {
    return version.atLeast(14) ? u16(value) : u8(value);
  }

  EzspWriter aps(ApsFrame frame) {
    frame.encode(this);
    return this;
  }

  EzspWriter gp(GpAddress address) {
    address.encode(this);
    return this;
  }

  EzspWriter key(EmberKey key) {
    return octets(key.octets());
  }

  public byte[] toArray() {
    return Arrays.copyOf(octets, size);
  }
}
