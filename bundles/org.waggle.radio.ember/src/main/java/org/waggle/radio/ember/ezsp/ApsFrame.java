package org.waggle.radio.ember.ezsp;

/**
 * {@code EmberApsFrame}: how a message is addressed in the application support sub-layer.
 *
 * @param options a sum of {@code RETRY} and its siblings
 * @param groupId the group of a multicast; the fragment, of one
 * @param sequence 0..255: the APS counter; what is sent gets its own
 */
public record ApsFrame(
    int profileId,
    int clusterId,
    int sourceEndpoint,
    int destinationEndpoint,
    int options,
    int groupId,
    int sequence) {

  public static final int ENCRYPTION = 0x0020;

  /** Asks for an APS acknowledgement and sends again if none comes. */
  public static final int RETRY = 0x0040;

  public static final int ENABLE_ROUTE_DISCOVERY = 0x0100;
  public static final int FORCE_ROUTE_DISCOVERY = 0x0200;
  public static final int SOURCE_EUI64 = 0x0400;
  public static final int DESTINATION_EUI64 = 0x0800;
  public static final int ENABLE_ADDRESS_DISCOVERY = 0x1000;
  public static final int POLL_RESPONSE = 0x2000;
  public static final int ZDO_RESPONSE_REQUIRED = 0x4000;
  public static final int FRAGMENT = 0x8000;

  void encode(EzspWriter to) {
    to.u16(profileId)
        .u16(clusterId)
        .u8(sourceEndpoint)
        .u8(destinationEndpoint)
        .u16(options)
        .u16(groupId)
        .u8(sequence);
  }

  static ApsFrame decode(EzspReader from) throws EzspFormatException {
    return new ApsFrame(
        from.u16(), from.u16(), from.u8(), from.u8(), from.u16(), from.u16(), from.u8());
  }
}
