package org.waggle.bridge.device;

import java.util.List;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceIdentity.KnownAttribute;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/** What a node tells of itself, as definitions want it. */
final class Identities {

  private Identities() {}

  static DeviceIdentity of(ZigbeeNode node) {
    BasicInformation basic = node.basic();
    return new DeviceIdentity(
        node.ieeeAddress(),
        node.networkAddress(),
        node.type() == NodeType.ROUTER,
        node.manufacturerCode(),
        basic.manufacturerName(),
        basic.modelId(),
        basic.powerSource(),
        basic.applicationVersion(),
        basic.hardwareVersion(),
        basic.dateCode(),
        basic.softwareBuildId(),
        node.endpoints().stream().map(Identities::endpoint).toList());
  }

  private static DeviceIdentity.Endpoint endpoint(ZigbeeEndpoint endpoint) {
    List<KnownAttribute> attributes =
        endpoint.attributes().entrySet().stream()
            .map(
                known ->
                    new KnownAttribute(
                        known.getKey().clusterId(), known.getKey().attributeId(), known.getValue()))
            .toList();
    return new DeviceIdentity.Endpoint(
        endpoint.id(),
        endpoint.profileId(),
        endpoint.deviceId(),
        endpoint.inputClusters(),
        endpoint.outputClusters(),
        attributes);
  }

  /** Whether two snapshots give the same identity. */
  static boolean same(ZigbeeNode one, ZigbeeNode other) {
    return one.networkAddress() == other.networkAddress()
        && one.type() == other.type()
        && one.basic().equals(other.basic())
        && one.manufacturerCode().equals(other.manufacturerCode())
        && one.endpoints().equals(other.endpoints());
  }
}
