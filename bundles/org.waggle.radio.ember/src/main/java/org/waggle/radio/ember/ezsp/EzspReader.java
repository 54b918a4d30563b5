package org.waggle.radio.ember.ezsp;

import java.util.ArrayList;
import java.util.List;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Reads parameters of one version of the protocol, little endian. Every read says {@link
 * EzspFormatException} beyond the end. Of one thread.
 */
public final class EzspReader {

  private static final int SL_STATUS = 4;

  private final EzspVersion version;
  private final Octets octets;
  private int at;

  public EzspReader(EzspVersion version, Octets octets) {
    this.version = version;
    this.octets = octets;
  }

  public EzspVersion version() {
    return version;
  }

  public int remaining() {
    return octets.size() - at;
  }

  public int u8() throws EzspFormatException {
    need(1);
    return octets.at(at++);
  }

  public int s8() throws EzspFormatException {
    return (byte) u8();
  }

  public boolean bool() throws EzspFormatException {
    return u8() != 0;
  }

  public int u16() throws EzspFormatException {
    need(2);
    return octets.at(at++) | octets.at(at++) << 8;
  }

  public long u32() throws EzspFormatException {
    need(4);
    return u16() | (long) u16() << 16;
  }

  public long u64() throws EzspFormatException {
    need(8);
    return u32() | u32() << 32;
  }

  public IeeeAddress eui64() throws EzspFormatException {
    return new IeeeAddress(u64());
  }

  public List<Integer> u16s(int count) throws EzspFormatException {
    need(2 * count);
    List<Integer> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(u16());
    }
    return List.copyOf(values);
  }

  public Octets octets(int count) throws EzspFormatException {
    need(count);
    at += count;
    return octets.slice(at - count, at);
  }

  /** A length octet and the octets. */
  public Octets counted() throws EzspFormatException {
    return octets(u8());
  }

  /** Like {@link #counted}, but nothing at all is no octets, too. */
  Octets countedIfAny() throws EzspFormatException {
    return remaining() == 0 ? Octets.EMPTY : counted();
  }

  /** A length of 32 bits and the octets. */
  Octets countedBy32Bits() throws EzspFormatException {
    return octets((int) Math.min(u32(), Integer.MAX_VALUE));
  }

  /** All that remains. */
  public Octets rest() throws EzspFormatException {
    return octets(remaining());
  }

  /** {@code EmberStatus}, 8 bits, before version 14; {@code sl_status}, 32 bits, since. */
  public EzspStatus emberStatus() throws EzspFormatException {
    return version.atLeast(14) ? slStatus() : EzspStatus.ember(u8());
  }

  /** {@code EzspStatus}, 8 bits, before version 14; {@code sl_status}, 32 bits, since. */
  public EzspStatus ezspStatus() throws EzspFormatException {
    return version.atLeast(14) ? slStatus() : EzspStatus.ezsp(u8());
  }

  /** {@code sl_status}, 32 bits, in every version. */
  public EzspStatus slStatus() throws EzspFormatException {
    return EzspStatus.sl(u32());
  }

  /** {@code sl_status} since version 14, nothing and so OK before. */
  EzspStatus slStatusSince14() throws EzspFormatException {
    // Not all builds since have it.
    return version.atLeast(14) && remaining() >= SL_STATUS ? slStatus() : EzspStatus.OK;
  }

  /**
   * {@code sl_status} if there is room for one, or else an {@code EmberStatus}: what NCPs answer to
   * a few commands, against UG100 or against their version.
   */
  EzspStatus emberOrSlStatus() throws EzspFormatException {
    return remaining() < SL_STATUS ? EzspStatus.ember(u8()) : slStatus();
  }

  /** {@code messageTag}: 8 bits before version 14, 16 bits since. */
  public int tag() throws EzspFormatException {
    return version.atLeast(14) ? u16() : u8();
  }

  EmberKey key() throws EzspFormatException {
    return new EmberKey(octets(EmberKey.SIZE));
  }

  private void need(int count) throws EzspFormatException {
    if (count > remaining()) {
      // Without the octets: there may be a key among them.
      throw new EzspFormatException("Needs " + count + " octets at " + at + " of " + octets.size());
    }
  }
}
