package org.waggle.zigbee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.zdo.SimpleDescriptor;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeEndpoint.AttributeKey;

/** Changed copies of endpoints. */
final class Endpoints {

  private static final int NEVER = 0xFFFF;

  private Endpoints() {}

  static ZigbeeEndpoint empty(int id) {
    return new ZigbeeEndpoint(id, 0, 0, List.of(), List.of(), List.of(), List.of(), Map.of());
  }

  static ZigbeeEndpoint described(ZigbeeEndpoint endpoint, SimpleDescriptor descriptor) {
    return new ZigbeeEndpoint(
        endpoint.id(),
        descriptor.profileId(),
        descriptor.deviceId(),
        descriptor.inputClusters(),
        descriptor.outputClusters(),
        endpoint.bindings(),
        endpoint.reporting(),
        endpoint.attributes());
  }

  /** What the endpoint is, without what was set up on it. */
  static ZigbeeEndpoint reset(ZigbeeEndpoint endpoint) {
    return new ZigbeeEndpoint(
        endpoint.id(),
        endpoint.profileId(),
        endpoint.deviceId(),
        endpoint.inputClusters(),
        endpoint.outputClusters(),
        List.of(),
        List.of(),
        Map.of());
  }

  static ZigbeeEndpoint bound(ZigbeeEndpoint endpoint, Binding binding) {
    if (endpoint.bindings().contains(binding)) {
      return endpoint;
    }
    List<Binding> bindings = new ArrayList<>(endpoint.bindings());
    bindings.add(binding);
    return withBindings(endpoint, bindings);
  }

  static ZigbeeEndpoint unbound(ZigbeeEndpoint endpoint, Binding binding) {
    List<Binding> bindings = new ArrayList<>(endpoint.bindings());
    bindings.remove(binding);
    return withBindings(endpoint, bindings);
  }

  /** With newer configurations in place of older ones; what is never reported is not kept. */
  static ZigbeeEndpoint reporting(
      ZigbeeEndpoint endpoint, List<ReportingConfiguration> configurations) {
    List<ReportingConfiguration> reporting = new ArrayList<>(endpoint.reporting());
    for (ReportingConfiguration fresh : configurations) {
      reporting.removeIf(older -> isOfSameAttribute(older, fresh));
    }
    for (ReportingConfiguration fresh : configurations) {
      if (fresh.maximumInterval() != NEVER) {
        reporting.add(fresh);
      }
    }
    return new ZigbeeEndpoint(
        endpoint.id(),
        endpoint.profileId(),
        endpoint.deviceId(),
        endpoint.inputClusters(),
        endpoint.outputClusters(),
        endpoint.bindings(),
        reporting,
        endpoint.attributes());
  }

  static ZigbeeEndpoint withAttributes(
      ZigbeeEndpoint endpoint, Map<AttributeKey, ZclValue> attributes) {
    return new ZigbeeEndpoint(
        endpoint.id(),
        endpoint.profileId(),
        endpoint.deviceId(),
        endpoint.inputClusters(),
        endpoint.outputClusters(),
        endpoint.bindings(),
        endpoint.reporting(),
        attributes);
  }

  private static ZigbeeEndpoint withBindings(ZigbeeEndpoint endpoint, List<Binding> bindings) {
    return new ZigbeeEndpoint(
        endpoint.id(),
        endpoint.profileId(),
        endpoint.deviceId(),
        endpoint.inputClusters(),
        endpoint.outputClusters(),
        bindings,
        endpoint.reporting(),
        endpoint.attributes());
  }

  private static boolean isOfSameAttribute(
      ReportingConfiguration one, ReportingConfiguration other) {
    return one.clusterId() == other.clusterId()
        && one.attributeId() == other.attributeId()
        && one.manufacturerCode().equals(other.manufacturerCode());
  }
}
