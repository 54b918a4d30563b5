package org.waggle.device.api.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclValue;

/** What ZCL requests are sent to: an endpoint of a device, or a group. */
@ProviderType
public interface Target {

  /**
   * Reads attributes.
   *
   * @return those that the device answered with success, by attribute id; empty for a group
   */
  CompletionStage<Map<Integer, ZclValue>> read(
      int clusterId, List<Integer> attributeIds, RequestOptions options);

  /** Writes attributes; fails if the device refused one. */
  CompletionStage<Void> write(int clusterId, Map<Integer, ZclValue> values, RequestOptions options);

  /**
   * Sends a cluster's command.
   *
   * @return the answer, where there is one; fails if it is a default response other than success
   */
  CompletionStage<Optional<ZclFrame>> command(
      int clusterId, int commandId, Octets payload, RequestOptions options);

  /**
   * What definitions note about this endpoint or group between calls, such as the brightness to
   * come back to. Mutable, on the thread that the definition runs on; in memory only.
   */
  Map<String, Object> notes();
}
