package org.waggle.zcl;

import java.util.OptionalInt;

/**
 * The header of a ZCL frame (ZCL 2.4.1).
 *
 * @param manufacturerCode 0..0xFFFF, present in manufacturer-specific frames
 * @param disableDefaultResponse whether the receiver answers only what goes wrong
 * @param sequence 0..0xFF; a response carries the request's
 * @param commandId 0..0xFF
 */
public record ZclHeader(
    FrameType frameType,
    OptionalInt manufacturerCode,
    Direction direction,
    boolean disableDefaultResponse,
    int sequence,
    int commandId) {

  private static final int MANUFACTURER_SPECIFIC = 0x04;
  private static final int SERVER_TO_CLIENT = 0x08;
  private static final int DISABLE_DEFAULT_RESPONSE = 0x10;

  static ZclHeader read(ZclReader reader) {
    int control = reader.uint8();
    int frameType = control & 0x03;
    if (frameType > 1) {
      throw reader.malformed("reserved frame type " + frameType);
    }
    return new ZclHeader(
        frameType == 0 ? FrameType.GLOBAL : FrameType.CLUSTER_SPECIFIC,
        (control & MANUFACTURER_SPECIFIC) == 0
            ? OptionalInt.empty()
            : OptionalInt.of(reader.uint16()),
        (control & SERVER_TO_CLIENT) == 0 ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT,
        (control & DISABLE_DEFAULT_RESPONSE) != 0,
        reader.uint8(),
        reader.uint8());
  }

  void write(ZclWriter writer) {
    writer.uint8(
        frameType.value()
            | (manufacturerCode.isPresent() ? MANUFACTURER_SPECIFIC : 0)
            | (direction == Direction.SERVER_TO_CLIENT ? SERVER_TO_CLIENT : 0)
            | (disableDefaultResponse ? DISABLE_DEFAULT_RESPONSE : 0));
    manufacturerCode.ifPresent(writer::uint16);
    writer.uint8(sequence).uint8(commandId);
  }
}
