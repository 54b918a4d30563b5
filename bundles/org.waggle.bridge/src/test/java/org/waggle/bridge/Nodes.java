package org.waggle.bridge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Direction;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/** Nodes as tests need them, and what they say. */
public final class Nodes {

  public static final IeeeAddress BULB = new IeeeAddress(0x00158d0000000001L);
  public static final IeeeAddress SWITCH = new IeeeAddress(0x00158d0000000002L);
  public static final IeeeAddress SENSOR = new IeeeAddress(0x00158d0000000003L);

  private Nodes() {}

  /** An interviewed router with some endpoints. */
  public static ZigbeeNode router(IeeeAddress address, String modelId, int... endpoints) {
    return node(address, NodeType.ROUTER, modelId, endpoints);
  }

  /** An interviewed end device with one endpoint. */
  public static ZigbeeNode endDevice(IeeeAddress address, String modelId) {
    return node(address, NodeType.END_DEVICE, modelId, 1);
  }

  private static ZigbeeNode node(
      IeeeAddress address, NodeType type, String modelId, int... endpoints) {
    return new ZigbeeNode(
        address,
        0x1234,
        type,
        OptionalInt.of(0x1002),
        basic(modelId),
        InterviewState.SUCCESSFUL,
        Arrays.stream(endpoints).mapToObj(Nodes::endpoint).toList(),
        Optional.of(FakeNetwork.EPOCH),
        FakeNetwork.linkQuality());
  }

  private static BasicInformation basic(String modelId) {
    return new BasicInformation(
        Optional.of(modelId),
        Optional.of("Acme"),
        OptionalInt.of(1),
        OptionalInt.of(3),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static ZigbeeEndpoint endpoint(int id) {
    return new ZigbeeEndpoint(
        id, 0x0104, 0x0100, List.of(0, 6), List.of(25), List.of(), List.of(), Map.of());
  }

  public static ZigbeeNode withState(ZigbeeNode node, InterviewState state) {
    return new ZigbeeNode(
        node.ieeeAddress(),
        node.networkAddress(),
        node.type(),
        node.manufacturerCode(),
        node.basic(),
        state,
        node.endpoints(),
        node.lastSeen(),
        node.linkQuality());
  }

  public static ZigbeeNode withModel(ZigbeeNode node, String modelId) {
    return new ZigbeeNode(
        node.ieeeAddress(),
        node.networkAddress(),
        node.type(),
        node.manufacturerCode(),
        basic(modelId),
        node.interviewState(),
        node.endpoints(),
        node.lastSeen(),
        node.linkQuality());
  }

  /** A report of attribute 0 of cluster 6. */
  public static ZclMessage report(IeeeAddress node, int value) {
    return report(node, 1, value, 99);
  }

  public static ZclMessage report(IeeeAddress node, int endpoint, int value, int linkQuality) {
    return new ZclMessage(
        node,
        endpoint,
        OptionalInt.empty(),
        6,
        ZclFrame.of(
            OptionalInt.empty(),
            Direction.SERVER_TO_CLIENT,
            true,
            1,
            new ReportAttributes(List.of(new AttributeValue(0, ZclValue.uint32(value))))),
        linkQuality,
        -40,
        FakeNetwork.EPOCH);
  }
}
