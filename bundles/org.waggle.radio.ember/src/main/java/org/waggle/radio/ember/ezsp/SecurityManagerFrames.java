package org.waggle.radio.ember.ezsp;

import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.radio.ember.ezsp.EzspCommand.Encoder;
import org.waggle.zcl.IeeeAddress;

/**
 * Requests of the security manager, which keeps the keys since version 13; {@link KeyFrames}
 * before. Version 13 puts the status behind all else, and a part of the context in its place.
 */
public final class SecurityManagerFrames {

  private SecurityManagerFrames() {}

  private static boolean isIn(EzspVersion version) {
    return version.atLeast(13);
  }

  /**
   * {@code sl_zb_sec_man_aps_key_metadata_t}.
   *
   * @param bitmask like {@link KeyFrames.KeyStruct}'s
   * @param outgoingFrameCounter 32 bits
   * @param incomingFrameCounter 32 bits
   * @param ttlSeconds of a transient key, until it is forgotten
   */
  public record KeyMetadata(
      int bitmask, long outgoingFrameCounter, long incomingFrameCounter, int ttlSeconds) {

    private static KeyMetadata decode(EzspReader from) throws EzspFormatException {
      return new KeyMetadata(from.u16(), from.u32(), from.u32(), from.u16());
    }
  }

  /**
   * A key of a device; meaningless unless the status is OK.
   *
   * @param eui64 of the device
   */
  public record LinkKey(
      EzspStatus status, IeeeAddress eui64, int keyIndex, EmberKey key, KeyMetadata metadata) {

    private LinkKey at(int index) {
      return new LinkKey(status, eui64, index, key, metadata);
    }

    private LinkKey of(IeeeAddress device) {
      return new LinkKey(status, device, keyIndex, key, metadata);
    }

    private static LinkKey decodeSince14(EzspReader from) throws EzspFormatException {
      EzspStatus status = from.slStatus();
      SecurityContext context = SecurityContext.decode(from);
      return new LinkKey(
          status, context.eui64(), context.keyIndex(), from.key(), KeyMetadata.decode(from));
    }

    private static LinkKey decodeTransientIn13(EzspReader from) throws EzspFormatException {
      SecurityContext context = SecurityContext.decode(from);
      EmberKey key = from.key();
      KeyMetadata metadata = KeyMetadata.decode(from);
      return new LinkKey(from.slStatus(), context.eui64(), context.keyIndex(), key, metadata);
    }
  }

  /** {@code exportKey}. */
  public record ExportKey(SecurityContext context) implements EzspCommand<ExportKey.Response> {

    /**
     * @param key meaningless unless the status is OK
     */
    public record Response(EzspStatus status, EmberKey key) {}

    private static final ByVersion<Decoder<Response>> RESPONSE =
        ByVersion.<Decoder<Response>>since(
                13,
                from -> {
                  EmberKey key = from.key();
                  return new Response(from.slStatus(), key);
                })
            .then(14, from -> new Response(from.slStatus(), from.key()));

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0114;
    }

    @Override
    public void encode(EzspWriter to) {
      context.encode(to);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from);
    }
  }

  /** {@code importKey}. */
  public record ImportKey(SecurityContext context, EmberKey key) implements EzspCommand.SlAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0115;
    }

    @Override
    public void encode(EzspWriter to) {
      context.encode(to);
      to.key(key);
    }
  }

  /** {@code checkKeyContext}: whether there is such a key. */
  public record CheckKeyContext(SecurityContext context) implements EzspCommand.SlAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0110;
    }

    @Override
    public void encode(EzspWriter to) {
      context.encode(to);
    }
  }

  /** {@code importLinkKey}: into the key table. */
  public record ImportLinkKey(int index, IeeeAddress address, EmberKey key)
      implements EzspCommand.SlAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x010E;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index).eui64(address).key(key);
    }
  }

  /** {@code exportLinkKeyByIndex}: of the key table. */
  public record ExportLinkKeyByIndex(int index) implements EzspCommand<LinkKey> {

    private static final ByVersion<Decoder<LinkKey>> RESPONSE =
        ByVersion.<Decoder<LinkKey>>since(
                13,
                from -> {
                  IeeeAddress eui64 = from.eui64();
                  EmberKey key = from.key();
                  KeyMetadata metadata = KeyMetadata.decode(from);
                  return new LinkKey(from.slStatus(), eui64, NOT_SAID, key, metadata);
                })
            .then(14, LinkKey::decodeSince14);

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x010F;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public LinkKey decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from).at(index);
    }
  }

  /** {@code exportLinkKeyByEui}: of the key table. */
  public record ExportLinkKeyByEui(IeeeAddress eui64) implements EzspCommand<LinkKey> {

    private static final ByVersion<Decoder<LinkKey>> RESPONSE =
        ByVersion.<Decoder<LinkKey>>since(
                13,
                from -> {
                  EmberKey key = from.key();
                  int index = from.u8();
                  KeyMetadata metadata = KeyMetadata.decode(from);
                  return new LinkKey(from.slStatus(), IeeeAddress.NONE, index, key, metadata);
                })
            .then(14, LinkKey::decodeSince14);

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x010D;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(eui64);
    }

    @Override
    public LinkKey decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from).of(eui64);
    }
  }

  /** {@code importTransientKey}: a device may join with it for a while. */
  public record ImportTransientKey(IeeeAddress eui64, EmberKey key)
      implements EzspCommand.SlAnswered {

    private static final int NO_FLAGS = 0;

    private static final ByVersion<Encoder<ImportTransientKey>> REQUEST =
        ByVersion.<Encoder<ImportTransientKey>>since(
                13, (it, to) -> to.eui64(it.eui64).key(it.key).u8(NO_FLAGS))
            .then(14, (it, to) -> to.eui64(it.eui64).key(it.key));

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0111;
    }

    @Override
    public void encode(EzspWriter to) {
      REQUEST.in(to.version()).encode(this, to);
    }
  }

  /** {@code exportTransientKeyByIndex}. */
  public record ExportTransientKeyByIndex(int index) implements EzspCommand<LinkKey> {

    private static final ByVersion<Decoder<LinkKey>> RESPONSE =
        ByVersion.<Decoder<LinkKey>>since(13, LinkKey::decodeTransientIn13)
            .then(14, LinkKey::decodeSince14);

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0112;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public LinkKey decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from);
    }
  }

  /** {@code exportTransientKeyByEui}. */
  public record ExportTransientKeyByEui(IeeeAddress eui64) implements EzspCommand<LinkKey> {

    private static final ByVersion<Decoder<LinkKey>> RESPONSE =
        ByVersion.<Decoder<LinkKey>>since(13, LinkKey::decodeTransientIn13)
            .then(14, LinkKey::decodeSince14);

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0113;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(eui64);
    }

    @Override
    public LinkKey decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from);
    }
  }

  /** {@code getApsKeyInfo}: all but the key itself. */
  public record GetApsKeyInfo(SecurityContext context)
      implements EzspCommand<GetApsKeyInfo.Response> {

    public record Response(EzspStatus status, IeeeAddress eui64, KeyMetadata metadata) {}

    private static final ByVersion<Decoder<Response>> RESPONSE =
        ByVersion.<Decoder<Response>>since(
                13,
                from -> {
                  IeeeAddress eui64 = from.eui64();
                  KeyMetadata metadata = KeyMetadata.decode(from);
                  return new Response(from.slStatus(), eui64, metadata);
                })
            .then(
                14,
                from -> {
                  EzspStatus status = from.slStatus();
                  KeyMetadata metadata = KeyMetadata.decode(from);
                  return new Response(status, SecurityContext.decode(from).eui64(), metadata);
                });

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x010C;
    }

    @Override
    public void encode(EzspWriter to) {
      context.encode(to);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from);
    }
  }

  /** {@code getNetworkKeyInfo}: all but the key itself. */
  public record GetNetworkKeyInfo() implements EzspCommand.Bare<GetNetworkKeyInfo.Response> {

    /**
     * @param frameCounter outgoing, 32 bits
     */
    public record Response(
        EzspStatus status,
        boolean networkKeySet,
        boolean alternateNetworkKeySet,
        int sequence,
        int alternateSequence,
        long frameCounter) {}

    @Override
    public boolean isIn(EzspVersion version) {
      return SecurityManagerFrames.isIn(version);
    }

    @Override
    public int frameId() {
      return 0x0116;
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(
          from.slStatus(), from.bool(), from.bool(), from.u8(), from.u8(), from.u32());
    }
  }

  /** Version 13 leaves out what the request says. */
  private static final int NOT_SAID = 0xFF;
}
