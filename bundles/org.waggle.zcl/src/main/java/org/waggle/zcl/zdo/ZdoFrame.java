package org.waggle.zcl.zdo;

import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * A ZDO frame: the payload of an APS frame on endpoint 0 with profile 0 (Zigbee specification 2.4).
 *
 * @param sequence 0..0xFF; a response carries the request's
 */
public record ZdoFrame(int sequence, ZdoCommand command) {

  /** The cluster id of the APS frame that carries this. */
  public int clusterId() {
    return command.clusterId();
  }

  /**
   * The octets on the wire.
   *
   * @throws IllegalArgumentException if a field does not fit its width
   */
  public Octets encode() {
    ZclWriter writer = new ZclWriter().uint8(sequence);
    command.write(writer);
    return writer.toOctets();
  }

  /**
   * Decodes the payload of an APS frame with {@code clusterId}; never throws. Octets after what a
   * command has to have, such as the TLVs of R23, are ignored.
   */
  public static Decoded<ZdoFrame> decode(int clusterId, Octets octets) {
    return ZclReader.decode(
        octets, reader -> new ZdoFrame(reader.uint8(), ZdoCommands.read(clusterId, reader)));
  }
}
