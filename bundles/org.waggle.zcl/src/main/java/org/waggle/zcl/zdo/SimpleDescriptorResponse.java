package org.waggle.zcl.zdo;

import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Simple_Desc_rsp, 0x8004.
 *
 * @param networkAddress of interest; a failure may come without
 * @param descriptor present exactly on success
 */
public record SimpleDescriptorResponse(
    ZdoStatus status, OptionalInt networkAddress, Optional<SimpleDescriptor> descriptor)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8004;

  /**
   * @throws IllegalArgumentException if there is success without a descriptor or the reverse
   */
  public SimpleDescriptorResponse {
    if (status.isSuccess() != (descriptor.isPresent() && networkAddress.isPresent())) {
      throw new IllegalArgumentException("status " + status + " with " + descriptor);
    }
  }

  static SimpleDescriptorResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    if (!status.isSuccess()) {
      return new SimpleDescriptorResponse(
          status, NetworkAddress.readIfAny(reader), Optional.empty());
    }
    int networkAddress = reader.uint16();
    reader.uint8(); // The length of the descriptor, which some devices get wrong.
    return of(networkAddress, SimpleDescriptor.read(reader));
  }

  public static SimpleDescriptorResponse of(int networkAddress, SimpleDescriptor descriptor) {
    return new SimpleDescriptorResponse(
        ZdoStatus.SUCCESS, OptionalInt.of(networkAddress), Optional.of(descriptor));
  }

  public static SimpleDescriptorResponse failed(ZdoStatus status, int networkAddress) {
    return new SimpleDescriptorResponse(status, OptionalInt.of(networkAddress), Optional.empty());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
    networkAddress.ifPresent(writer::uint16);
    if (descriptor.isPresent()) {
      writer.uint8(descriptor.get().size());
      descriptor.get().write(writer);
    } else if (networkAddress.isPresent()) {
      writer.uint8(0);
    }
  }
}
