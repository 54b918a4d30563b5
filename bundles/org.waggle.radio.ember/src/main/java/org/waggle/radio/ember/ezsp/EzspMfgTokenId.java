package org.waggle.radio.ember.ezsp;

/** {@code EzspMfgTokenId}: what the maker of a device wrote (UG100 section 3.3). */
public final class EzspMfgTokenId {

  public static final int CUSTOM_VERSION = 0x00;

  /** 16 octets of ASCII, padded with 0xFF. */
  public static final int STRING = 0x01;

  /** 16 octets of ASCII, padded with 0xFF. */
  public static final int BOARD_NAME = 0x02;

  public static final int MANUF_ID = 0x03;
  public static final int PHY_CONFIG = 0x04;
  public static final int INSTALLATION_CODE = 0x0A;

  /** 8 octets, little endian; all 0xFF if the address is the chip's own. */
  public static final int CUSTOM_EUI_64 = 0x0C;

  private EzspMfgTokenId() {}
}
