package org.waggle.simulator.wire;

import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Reads little-endian fields. What is missing at the end reads as zero: some hosts leave out fields
 * that a version of the protocol added.
 */
public class WireReader {

  private final Octets octets;
  private int position;

  public WireReader(Octets octets) {
    this.octets = octets;
  }

  public int u8() {
    return position < octets.size() ? octets.at(position++) : 0;
  }

  public int s8() {
    return (byte) u8();
  }

  public int u16() {
    return u8() | u8() << 8;
  }

  public long u32() {
    return u16() | (long) u16() << 16;
  }

  public IeeeAddress ieee() {
    return new IeeeAddress(u32() | u32() << 32);
  }

  /** At most {@code count} bytes: fewer if there are not that many left. */
  public Octets octets(int count) {
    int end = Math.min(octets.size(), position + count);
    Octets slice = octets.slice(position, end);
    position = end;
    return slice;
  }

  /** {@code count} bytes, the missing ones zero. */
  public Octets exactly(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) u8();
    }
    return Octets.of(bytes);
  }

  public int remaining() {
    return octets.size() - position;
  }
}
