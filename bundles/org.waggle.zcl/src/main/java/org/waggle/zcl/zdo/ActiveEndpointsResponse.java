package org.waggle.zcl.zdo;

import java.util.List;
import java.util.OptionalInt;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Active_EP_rsp, 0x8005.
 *
 * @param networkAddress of interest; a failure may come without
 * @param endpoints 1..254 each; none on failure
 */
public record ActiveEndpointsResponse(
    ZdoStatus status, OptionalInt networkAddress, List<Integer> endpoints) implements ZdoCommand {

  static final int CLUSTER_ID = 0x8005;

  /**
   * @throws IllegalArgumentException if there is success without an address or failure with
   *     endpoints
   */
  public ActiveEndpointsResponse {
    endpoints = List.copyOf(endpoints);
    if (status.isSuccess() ? networkAddress.isEmpty() : !endpoints.isEmpty()) {
      throw new IllegalArgumentException("status " + status + " with " + endpoints);
    }
  }

  static ActiveEndpointsResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return status.isSuccess()
        ? of(reader.uint16(), reader.list(reader.uint8(), ZclReader::uint8))
        : new ActiveEndpointsResponse(status, NetworkAddress.readIfAny(reader), List.of());
  }

  public static ActiveEndpointsResponse of(int networkAddress, List<Integer> endpoints) {
    return new ActiveEndpointsResponse(
        ZdoStatus.SUCCESS, OptionalInt.of(networkAddress), endpoints);
  }

  public static ActiveEndpointsResponse failed(ZdoStatus status, int networkAddress) {
    return new ActiveEndpointsResponse(status, OptionalInt.of(networkAddress), List.of());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
    if (networkAddress.isPresent()) {
      writer.uint16(networkAddress.getAsInt()).uint8(endpoints.size());
      endpoints.forEach(writer::uint8);
    }
  }
}
