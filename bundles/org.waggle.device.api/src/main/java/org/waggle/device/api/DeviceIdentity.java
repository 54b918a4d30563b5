package org.waggle.device.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclValue;

/**
 * What a device says about itself: all that a definition may be chosen by. A snapshot.
 *
 * @param router whether it routes, that is, always listens
 * @param manufacturerCode of the node descriptor
 * @param powerSource value of the Basic cluster's PowerSource attribute
 */
public record DeviceIdentity(
    IeeeAddress ieeeAddress,
    int networkAddress,
    boolean router,
    OptionalInt manufacturerCode,
    Optional<String> manufacturerName,
    Optional<String> modelId,
    OptionalInt powerSource,
    OptionalInt applicationVersion,
    OptionalInt hardwareVersion,
    Optional<String> dateCode,
    Optional<String> softwareBuildId,
    List<Endpoint> endpoints) {

  public DeviceIdentity {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * An endpoint of the device.
   *
   * @param inputClusters ids of the clusters it serves
   * @param outputClusters ids of the clusters it is a client of
   * @param attributes values known of attributes of standard clusters
   */
  public record Endpoint(
      int id,
      int profileId,
      int deviceId,
      List<Integer> inputClusters,
      List<Integer> outputClusters,
      List<KnownAttribute> attributes) {

    public Endpoint {
      inputClusters = List.copyOf(inputClusters);
      outputClusters = List.copyOf(outputClusters);
      attributes = List.copyOf(attributes);
    }

    /** The value last read or reported of an attribute. */
    public Optional<ZclValue> attribute(int clusterId, int attributeId) {
      return attributes.stream()
          .filter(known -> known.clusterId == clusterId && known.attributeId == attributeId)
          .map(KnownAttribute::value)
          .findFirst();
    }
  }

  /** An attribute's value as last read or reported. */
  public record KnownAttribute(int clusterId, int attributeId, ZclValue value) {}

  public Optional<Endpoint> endpoint(int id) {
    return endpoints.stream().filter(endpoint -> endpoint.id == id).findFirst();
  }
}
