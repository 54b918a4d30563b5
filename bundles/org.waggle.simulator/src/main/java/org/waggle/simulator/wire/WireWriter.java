package org.waggle.simulator.wire;

import java.util.Arrays;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Writes little-endian fields. */
public class WireWriter {

  private byte[] bytes = new byte[64];
  private int size;

  /** The low eight bits of {@code value}. */
  public WireWriter u8(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  public WireWriter u16(int value) {
    return u8(value).u8(value >> 8);
  }

  public WireWriter u32(long value) {
    return u16((int) value).u16((int) (value >> 16));
  }

  public WireWriter ieee(IeeeAddress address) {
    return u32(address.value()).u32(address.value() >>> 32);
  }

  public WireWriter octets(Octets octets) {
    for (int i = 0; i < octets.size(); i++) {
      u8(octets.at(i));
    }
    return this;
  }

  /** One byte of length, then the bytes. */
  public WireWriter counted(Octets octets) {
    return u8(octets.size()).octets(octets);
  }

  /** A copy. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public Octets toOctets() {
    return Octets.of(Arrays.copyOf(bytes, size));
  }
}
