package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.IeeeAddress;

/** Callbacks of UG100 chapters 9 and 10. */
public sealed interface SecurityCallback extends EzspCallback {

  /**
   * {@code trustCenterJoinHandler}: a device joined, rejoined or left, here or at a router.
   *
   * @param update {@link #SECURED_REJOIN} and siblings
   * @param decision {@link #USE_PRECONFIGURED_KEY} and siblings
   */
  record TrustCenterJoin(
      int newNodeId, IeeeAddress newNodeEui64, int update, int decision, int parentOfNewNodeId)
      implements SecurityCallback {

    public static final int SECURED_REJOIN = 0;
    public static final int UNSECURED_JOIN = 1;
    public static final int DEVICE_LEFT = 2;
    public static final int UNSECURED_REJOIN = 3;

    public static final int USE_PRECONFIGURED_KEY = 0;
    public static final int SEND_KEY_IN_THE_CLEAR = 1;
    public static final int DENY_JOIN = 2;
    public static final int NO_ACTION = 3;
    public static final int ALLOW_REJOINS_ONLY = 4;

    static TrustCenterJoin decode(EzspReader from) throws EzspFormatException {
      return new TrustCenterJoin(from.u16(), from.eui64(), from.u8(), from.u8(), from.u16());
    }
  }

  /** {@code switchNetworkKeyHandler}. */
  record SwitchNetworkKey(int sequence) implements SecurityCallback {}

  /**
   * {@code zigbeeKeyEstablishmentHandler}: how far the exchange of a link key came.
   *
   * @param keyStatus {@code EmberKeyStatus}
   */
  record ZigbeeKeyEstablishment(IeeeAddress partner, int keyStatus) implements SecurityCallback {}
}
