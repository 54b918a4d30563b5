package org.waggle.simulator.ezsp;

/** The status bytes of EZSP 13: EmberStatus and, where marked, EzspStatus and sl_status. */
final class Status {

  static final int SUCCESS = 0x00;

  /** EzspStatus: a command came before the version was agreed on. */
  static final int EZSP_VERSION_NOT_SET = 0x30;

  /** EzspStatus: no such frame id. */
  static final int EZSP_INVALID_FRAME_ID = 0x36;

  /** EzspStatus: no such configuration or value id. */
  static final int EZSP_INVALID_ID = 0x37;

  static final int DELIVERY_FAILED = 0x66;
  static final int INVALID_CALL = 0x70;
  static final int MAX_MESSAGE_LIMIT_REACHED = 0x72;
  static final int MESSAGE_TOO_LONG = 0x74;
  static final int NETWORK_UP = 0x90;
  static final int NETWORK_DOWN = 0x91;
  static final int NOT_JOINED = 0x93;
  static final int CHANNEL_CHANGED = 0x9B;
  static final int NETWORK_OPENED = 0x9C;
  static final int NETWORK_CLOSED = 0x9D;
  static final int INDEX_OUT_OF_RANGE = 0xB1;

  /** sl_status, 32 bits: the key table has no such key. */
  static final int SL_NOT_FOUND = 0x1D;

  private Status() {}
}
