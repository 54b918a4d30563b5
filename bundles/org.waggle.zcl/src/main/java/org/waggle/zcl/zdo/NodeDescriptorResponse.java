package org.waggle.zcl.zdo;

import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Node_Desc_rsp, 0x8002.
 *
 * @param networkAddress of interest; a failure may come without
 * @param descriptor present exactly on success
 */
public record NodeDescriptorResponse(
    ZdoStatus status, OptionalInt networkAddress, Optional<NodeDescriptor> descriptor)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8002;

  /**
   * @throws IllegalArgumentException if there is success without a descriptor or the reverse
   */
  public NodeDescriptorResponse {
    if (status.isSuccess() != (descriptor.isPresent() && networkAddress.isPresent())) {
      throw new IllegalArgumentException("status " + status + " with " + descriptor);
    }
  }

  static NodeDescriptorResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return status.isSuccess()
        ? of(reader.uint16(), NodeDescriptor.read(reader))
        : new NodeDescriptorResponse(status, NetworkAddress.readIfAny(reader), Optional.empty());
  }

  public static NodeDescriptorResponse of(int networkAddress, NodeDescriptor descriptor) {
    return new NodeDescriptorResponse(
        ZdoStatus.SUCCESS, OptionalInt.of(networkAddress), Optional.of(descriptor));
  }

  public static NodeDescriptorResponse failed(ZdoStatus status, int networkAddress) {
    return new NodeDescriptorResponse(status, OptionalInt.of(networkAddress), Optional.empty());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
    networkAddress.ifPresent(writer::uint16);
    descriptor.ifPresent(d -> d.write(writer));
  }
}
