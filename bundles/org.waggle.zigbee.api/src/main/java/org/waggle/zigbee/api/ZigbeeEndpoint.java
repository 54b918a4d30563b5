package org.waggle.zigbee.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.ZclValue;

/**
 * An endpoint of a node. A snapshot.
 *
 * @param id 1..254
 * @param inputClusters ids of the clusters it serves
 * @param outputClusters ids of the clusters it is a client of
 * @param bindings as far as they were made through this network
 * @param reporting as far as it was configured through this network
 * @param attributes the values last read or reported of attributes of standard clusters
 */
public record ZigbeeEndpoint(
    int id,
    int profileId,
    int deviceId,
    List<Integer> inputClusters,
    List<Integer> outputClusters,
    List<Binding> bindings,
    List<ReportingConfiguration> reporting,
    Map<AttributeKey, ZclValue> attributes) {

  public ZigbeeEndpoint {
    inputClusters = List.copyOf(inputClusters);
    outputClusters = List.copyOf(outputClusters);
    bindings = List.copyOf(bindings);
    reporting = List.copyOf(reporting);
    attributes = Map.copyOf(attributes);
  }

  /** Names an attribute without a manufacturer code. */
  public record AttributeKey(int clusterId, int attributeId) {

    // Written out because each value of each report is found by it: a record's own is slower.

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof AttributeKey key
          && key.clusterId == clusterId
          && key.attributeId == attributeId;
    }

    @Override
    public int hashCode() {
      return 31 * clusterId + attributeId;
    }
  }

  public Optional<ZclValue> attribute(int clusterId, int attributeId) {
    return Optional.ofNullable(attributes.get(new AttributeKey(clusterId, attributeId)));
  }
}
