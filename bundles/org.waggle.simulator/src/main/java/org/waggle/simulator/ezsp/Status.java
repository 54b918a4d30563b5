package org.waggle.simulator.ezsp;

import java.util.Arrays;
import java.util.Optional;

/** What became of a request: a byte before EZSP 14, EmberStatus or EzspStatus; sl_status since. */
public enum Status {
  SUCCESS(0x00, 0x0000),
  FATAL(0x01, 0x0001),
  BAD_ARGUMENT(0x02, 0x0021),
  NOT_FOUND(0x03, 0x002D),
  NO_BUFFERS(0x18, 0x0019),
  MAC_INDIRECT_TIMEOUT(0x42, 0x0041),
  FLASH_WRITE_INHIBITED(0x46, 0x003B),
  DELIVERY_FAILED(0x66, 0x0C02),
  INVALID_CALL(0x70, 0x0002),
  MAX_MESSAGE_LIMIT_REACHED(0x72, 0x0C03),
  MESSAGE_TOO_LONG(0x74, 0x0038),
  NETWORK_UP(0x90, 0x0015),
  NETWORK_DOWN(0x91, 0x0016),
  NOT_JOINED(0x93, 0x0017),
  CHANNEL_CHANGED(0x9B, 0x0C17),
  NETWORK_OPENED(0x9C, 0x0C18),
  NETWORK_CLOSED(0x9D, 0x0C19),
  NETWORK_BUSY(0xA1, 0x0004),
  SECURITY_STATE_NOT_SET(0xA8, 0x0C0B),
  SOURCE_ROUTE_FAILURE(0xA9, 0x0C13),
  MANY_TO_ONE_ROUTE_FAILURE(0xAA, 0x0C14),
  INDEX_OUT_OF_RANGE(0xB1, 0x0027),
  KEY_INVALID(0xB2, 0x0029),
  TABLE_FULL(0xB4, 0x001C),
  LIBRARY_NOT_PRESENT(0xB5, 0x000E),
  TABLE_ENTRY_ERASED(0xB6, 0x002D),
  /** EzspStatus: the command came at the wrong time. */
  EZSP_INVALID_CALL(0x38, 0x0002),
  /** EzspStatus: no such configuration or value id. */
  EZSP_INVALID_ID(0x37, 0x0021),
  /** EzspStatus: the value is not one that can be set. */
  EZSP_INVALID_VALUE(0x36, 0x0021);

  /** EzspStatus, a byte in every version: a command came before the version was agreed on. */
  static final int REASON_VERSION_NOT_SET = 0x30;

  /** EzspStatus, a byte in every version: no such frame id. */
  static final int REASON_INVALID_FRAME_ID = 0x31;

  private final int octet;
  private final int sl;

  Status(int octet, int sl) {
    this.octet = octet;
    this.sl = sl;
  }

  int octet() {
    return octet;
  }

  int sl() {
    return sl;
  }

  /** The status that is this byte before EZSP 14. */
  public static Optional<Status> ofByte(int octet) {
    return Arrays.stream(values()).filter(status -> status.octet == octet).findFirst();
  }
}
