package org.waggle.zcl;

import java.util.OptionalInt;

/**
 * A ZCL frame: the payload of an APS frame on any endpoint but 0 (ZCL 2.4).
 *
 * @param header with the frame type and the id of the command
 */
public record ZclFrame(ZclHeader header, ZclCommand command) {

  /**
   * @throws IllegalArgumentException if header and command speak of different commands
   */
  public ZclFrame {
    if (header.frameType() != command.frameType() || header.commandId() != command.id()) {
      throw new IllegalArgumentException("header " + header + " does not fit " + command);
    }
  }

  /** A frame whose header takes frame type and command id from {@code command}. */
  public static ZclFrame of(
      OptionalInt manufacturerCode,
      Direction direction,
      boolean disableDefaultResponse,
      int sequence,
      ZclCommand command) {
    return new ZclFrame(
        new ZclHeader(
            command.frameType(),
            manufacturerCode,
            direction,
            disableDefaultResponse,
            sequence,
            command.id()),
        command);
  }

  /** A frame that answers this one: its sequence, its manufacturer code, the other direction. */
  public ZclFrame response(ZclCommand response) {
    return of(
        header.manufacturerCode(),
        header.direction().reversed(),
        true,
        header.sequence(),
        response);
  }

  /**
   * The octets on the wire.
   *
   * @throws IllegalArgumentException if a field does not fit its width
   */
  public Octets encode() {
    ZclWriter writer = new ZclWriter();
    header.write(writer);
    command.write(writer);
    return writer.toOctets();
  }

  /**
   * Decodes a whole ZCL frame; never throws, and does work proportional to its length.
   *
   * <p>As in Zigbee2MQTT, a frame that is cut off is malformed as a whole, even if some attributes
   * ahead of the cut are well formed; but a string that is cut off is what there is of it.
   */
  public static Decoded<ZclFrame> decode(Octets octets) {
    return ZclReader.decode(octets, ZclFrame::read);
  }

  private static ZclFrame read(ZclReader reader) {
    ZclHeader header = ZclHeader.read(reader);
    ZclCommand command =
        header.frameType() == FrameType.GLOBAL
            ? GeneralCommands.read(header.commandId(), reader)
            : new ClusterCommand(header.commandId(), reader.rest());
    return new ZclFrame(header, command);
  }
}
