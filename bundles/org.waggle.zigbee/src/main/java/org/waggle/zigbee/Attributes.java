package org.waggle.zigbee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeEndpoint.AttributeKey;

/** Keeps what nodes say of their attributes, in reports and in answers. */
final class Attributes {

  private static final int BASIC = 0x0000;
  private static final int FIRST_MANUFACTURER_CLUSTER = 0x8000;

  /** Longer strings are structures of vendors and firmware texts, which nobody asks for again. */
  private static final int LONGEST_STRING = 64;

  /** A node that makes up attributes must not fill the memory. */
  private static final int MOST_ATTRIBUTES = 512;

  private Attributes() {}

  /** The values that a command tells, with those that say nothing. */
  static List<AttributeValue> of(ZclCommand command) {
    if (command instanceof ReportAttributes report) {
      return report.attributes();
    }
    if (command instanceof ReadAttributesResponse response) {
      return response.results().stream()
          .flatMap(
              result ->
                  result.value().stream()
                      .map(value -> new AttributeValue(result.attributeId(), value)))
          .toList();
    }
    return List.of();
  }

  /**
   * Keeps what a message tells.
   *
   * @return whether it changed what is known of the node itself
   */
  static boolean keep(Node node, ZclMessage message) {
    List<AttributeValue> values = of(message.frame().command());
    if (values.isEmpty()) {
      return false;
    }
    if (message.frame().header().manufacturerCode().isEmpty()
        && message.clusterId() < FIRST_MANUFACTURER_CLUSTER) {
      keep(node, message.endpoint(), message.clusterId(), values);
    }
    // Some Aqara devices tell their model with a manufacturer code.
    return message.clusterId() == BASIC && keepBasic(node, values);
  }

  private static boolean keepBasic(Node node, List<AttributeValue> values) {
    BasicInformation before = node.snapshot().basic();
    BasicInformation after = before;
    for (AttributeValue value : values) {
      after = BasicAttributes.with(after, value.attributeId(), value.value());
    }
    if (after.equals(before)) {
      return false;
    }
    node.basic(after);
    return true;
  }

  private static void keep(Node node, int endpoint, int clusterId, List<AttributeValue> values) {
    Map<AttributeKey, ZclValue> known = node.attributes(endpoint);
    Map<AttributeKey, ZclValue> changed = new HashMap<>();
    int added = 0;
    for (AttributeValue value : values) {
      AttributeKey key = new AttributeKey(clusterId, value.attributeId());
      ZclValue before = known.get(key);
      if (isKept(value.value()) && !value.value().equals(before)) {
        ZclValue twice = changed.put(key, value.value());
        added += before == null && twice == null ? 1 : 0;
      }
    }
    if (!changed.isEmpty() && known.size() + added <= MOST_ATTRIBUTES) {
      node.attributes(endpoint, changed);
    }
  }

  private static boolean isKept(ZclValue value) {
    return !value.isAbsent()
        && (!(value.value() instanceof Octets octets) || octets.size() <= LONGEST_STRING);
  }
}
