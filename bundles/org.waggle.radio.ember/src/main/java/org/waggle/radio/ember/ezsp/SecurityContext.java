package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.IeeeAddress;

/**
 * {@code sl_zb_sec_man_context_t}: which key is meant.
 *
 * @param keyType {@link #NETWORK} and siblings
 * @param keyIndex read only with {@link #KEY_INDEX_IS_VALID}; of a network key 0 the current one
 * @param eui64 read only with {@link #EUI_IS_VALID}
 * @param flags a sum of {@link #KEY_INDEX_IS_VALID} and siblings
 */
public record SecurityContext(int keyType, int keyIndex, IeeeAddress eui64, int flags) {

  public static final int NETWORK = 1;
  public static final int TC_LINK = 2;
  public static final int TC_LINK_WITH_TIMEOUT = 3;
  public static final int APP_LINK = 4;

  public static final int KEY_INDEX_IS_VALID = 0x01;
  public static final int EUI_IS_VALID = 0x02;

  private static final int NOT_DERIVED = 0;
  private static final int MULTI_NETWORK_INDEX = 0;
  private static final int ANY_ALGORITHM = 0;

  /** A key that there is one of. */
  public static SecurityContext of(int keyType) {
    return new SecurityContext(keyType, 0, IeeeAddress.NONE, 0);
  }

  void encode(EzspWriter to) {
    to.u8(keyType)
        .u8(keyIndex)
        .u16(NOT_DERIVED)
        .eui64(eui64)
        .u8(MULTI_NETWORK_INDEX)
        .u8(flags)
        .u32(ANY_ALGORITHM);
  }

  static SecurityContext decode(EzspReader from) throws EzspFormatException {
    int keyType = from.u8();
    int keyIndex = from.u8();
    from.u16();
    IeeeAddress eui64 = from.eui64();
    from.u8();
    int flags = from.u8();
    from.u32();
    return new SecurityContext(keyType, keyIndex, eui64, flags);
  }
}
