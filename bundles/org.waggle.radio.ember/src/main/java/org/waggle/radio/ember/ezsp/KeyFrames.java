package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.IeeeAddress;

/**
 * Requests of UG100 chapter 9 that read and write keys before version 13; {@link
 * SecurityManagerFrames} since.
 */
public final class KeyFrames {

  private KeyFrames() {}

  private static boolean isIn(EzspVersion version) {
    return !version.atLeast(13);
  }

  /**
   * {@code EmberKeyStruct}.
   *
   * @param bitmask a sum of {@link #HAS_SEQUENCE_NUMBER} and siblings: which of the rest are set
   * @param type one of {@link GetKey}'s
   * @param outgoingFrameCounter 32 bits
   * @param incomingFrameCounter 32 bits
   */
  public record KeyStruct(
      int bitmask,
      int type,
      EmberKey key,
      long outgoingFrameCounter,
      long incomingFrameCounter,
      int sequence,
      IeeeAddress partner) {

    public static final int HAS_SEQUENCE_NUMBER = 0x0001;
    public static final int HAS_OUTGOING_FRAME_COUNTER = 0x0002;
    public static final int HAS_INCOMING_FRAME_COUNTER = 0x0004;
    public static final int HAS_PARTNER_EUI64 = 0x0008;
    public static final int IS_AUTHORIZED = 0x0010;
    public static final int PARTNER_IS_SLEEPY = 0x0020;

    private static final KeyStruct NONE =
        new KeyStruct(0, 0, EmberKey.NONE, 0, 0, 0, IeeeAddress.NONE);

    private static KeyStruct decode(EzspReader from) throws EzspFormatException {
      return new KeyStruct(
          from.u16(), from.u8(), from.key(), from.u32(), from.u32(), from.u8(), from.eui64());
    }
  }

  /** A key; all zeros unless the status is OK. */
  public record Found(EzspStatus status, KeyStruct key) {
    private static Found decode(EzspReader from) throws EzspFormatException {
      EzspStatus status = from.emberStatus();
      // Without a key, some NCPs send a shorter struct.
      return new Found(status, status.isOk() ? KeyStruct.decode(from) : KeyStruct.NONE);
    }
  }

  /**
   * {@code getKey}.
   *
   * @param type {@link #CURRENT_NETWORK_KEY} and siblings
   */
  public record GetKey(int type) implements EzspCommand<Found> {

    public static final int TRUST_CENTER_LINK_KEY = 1;
    public static final int CURRENT_NETWORK_KEY = 3;
    public static final int NEXT_NETWORK_KEY = 4;
    public static final int APPLICATION_LINK_KEY = 5;

    @Override
    public boolean isIn(EzspVersion version) {
      return KeyFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x006A;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(type);
    }

    @Override
    public Found decodeResponse(EzspReader from) throws EzspFormatException {
      return Found.decode(from);
    }
  }

  /** {@code getKeyTableEntry}. */
  public record GetKeyTableEntry(int index) implements EzspCommand<Found> {

    @Override
    public boolean isIn(EzspVersion version) {
      return KeyFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0071;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public Found decodeResponse(EzspReader from) throws EzspFormatException {
      return Found.decode(from);
    }
  }

  /**
   * {@code setKeyTableEntry}.
   *
   * @param linkKey true for a link key
   */
  public record SetKeyTableEntry(int index, IeeeAddress address, boolean linkKey, EmberKey key)
      implements EzspCommand.EmberAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return KeyFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0072;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index).eui64(address).bool(linkKey).key(key);
    }
  }

  /**
   * {@code addOrUpdateKeyTableEntry}.
   *
   * @param linkKey true for a link key
   */
  public record AddOrUpdateKeyTableEntry(IeeeAddress address, boolean linkKey, EmberKey key)
      implements EzspCommand.EmberAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return KeyFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0066;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(address).bool(linkKey).key(key);
    }
  }

  /** {@code addTransientLinkKey}: a device may join with it for a while. */
  public record AddTransientLinkKey(IeeeAddress partner, EmberKey key)
      implements EzspCommand.EmberAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return KeyFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x00AF;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(partner).key(key);
    }
  }

  /**
   * {@code EmberTransientKeyData}; all zeros unless the status is OK.
   *
   * @param incomingFrameCounter 32 bits
   * @param bitmask like {@link KeyStruct}'s
   * @param remainingSeconds until it is forgotten
   */
  public record TransientKey(
      EzspStatus status,
      IeeeAddress eui64,
      EmberKey key,
      long incomingFrameCounter,
      int bitmask,
      int remainingSeconds) {

    private static final int WITHOUT_COUNTER = 4;

    private static TransientKey decode(EzspReader from) throws EzspFormatException {
      EzspStatus status = from.emberStatus();
      if (!status.isOk()) {
        return new TransientKey(status, IeeeAddress.NONE, EmberKey.NONE, 0, 0, 0);
      }
      IeeeAddress eui64 = from.eui64();
      EmberKey key = from.key();
      // UG100 has no counter, but NCPs send it.
      long counter = from.remaining() > WITHOUT_COUNTER ? from.u32() : 0;
      return new TransientKey(status, eui64, key, counter, from.u16(), from.u16());
    }
  }

  /** {@code getTransientLinkKey}. */
  public record GetTransientLinkKey(IeeeAddress eui64) implements EzspCommand<TransientKey> {

    @Override
    public boolean isIn(EzspVersion version) {
      return KeyFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x00CE;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(eui64);
    }

    @Override
    public TransientKey decodeResponse(EzspReader from) throws EzspFormatException {
      return TransientKey.decode(from);
    }
  }

  /** {@code getTransientKeyTableEntry}. */
  public record GetTransientKeyTableEntry(int index) implements EzspCommand<TransientKey> {

    @Override
    public boolean isIn(EzspVersion version) {
      return KeyFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x006D;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public TransientKey decodeResponse(EzspReader from) throws EzspFormatException {
      return TransientKey.decode(from);
    }
  }
}
