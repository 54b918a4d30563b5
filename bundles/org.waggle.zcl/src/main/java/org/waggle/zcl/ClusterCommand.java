package org.waggle.zcl;

/**
 * A command of the frame's cluster; {@code org.waggle.zcl.cluster} knows how to read its payload.
 *
 * @param id 0..0xFF
 */
public record ClusterCommand(int id, Octets payload) implements ZclCommand {

  @Override
  public FrameType frameType() {
    return FrameType.CLUSTER_SPECIFIC;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.octets(payload);
  }
}
