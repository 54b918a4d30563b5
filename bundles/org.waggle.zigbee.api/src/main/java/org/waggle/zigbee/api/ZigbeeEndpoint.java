package org.waggle.zigbee.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  public record AttributeKey(int clusterId, int attributeId) {}

  public Optional<ZclValue> attribute(int clusterId, int attributeId) {
    return Optional.ofNullable(attributes.get(new AttributeKey(clusterId, attributeId)));
  }
}
