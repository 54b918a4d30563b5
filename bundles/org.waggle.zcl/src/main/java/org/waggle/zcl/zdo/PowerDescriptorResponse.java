package org.waggle.zcl.zdo;

import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Power_Desc_rsp, 0x8003.
 *
 * @param networkAddress of interest; a failure may come without
 * @param descriptor present exactly on success
 */
public record PowerDescriptorResponse(
    ZdoStatus status, OptionalInt networkAddress, Optional<PowerDescriptor> descriptor)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8003;

  /**
   * @throws IllegalArgumentException if there is success without a descriptor or the reverse
   */
  public PowerDescriptorResponse {
    if (status.isSuccess() != (descriptor.isPresent() && networkAddress.isPresent())) {
      throw new IllegalArgumentException("status " + status + " with " + descriptor);
    }
  }

  static PowerDescriptorResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return status.isSuccess()
        ? of(reader.uint16(), PowerDescriptor.read(reader))
        : new PowerDescriptorResponse(status, NetworkAddress.readIfAny(reader), Optional.empty());
  }

  public static PowerDescriptorResponse of(int networkAddress, PowerDescriptor descriptor) {
    return new PowerDescriptorResponse(
        ZdoStatus.SUCCESS, OptionalInt.of(networkAddress), Optional.of(descriptor));
  }

  public static PowerDescriptorResponse failed(ZdoStatus status, int networkAddress) {
    return new PowerDescriptorResponse(status, OptionalInt.of(networkAddress), Optional.empty());
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
