package org.waggle.device.api.trait;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zcl.cluster.Validity;

/** The attributes a message tells of: a report, or the answer to a read. */
public final class Attributes {

  private final int clusterId;
  private final OptionalInt manufacturerCode;
  private final Map<Integer, ZclValue> values;

  private Attributes(int clusterId, OptionalInt manufacturerCode, Map<Integer, ZclValue> values) {
    this.clusterId = clusterId;
    this.manufacturerCode = manufacturerCode;
    this.values = values;
  }

  /** The attributes in a frame; empty if it is neither a report nor an answer to a read. */
  public static Optional<Attributes> of(int clusterId, ZclFrame frame) {
    ZclCommand command = frame.command();
    Map<Integer, ZclValue> values = new LinkedHashMap<>();
    if (command instanceof ReportAttributes report) {
      for (AttributeValue attribute : report.attributes()) {
        values.put(attribute.attributeId(), attribute.value());
      }
    } else if (command instanceof ReadAttributesResponse response) {
      response.results().forEach(r -> r.value().ifPresent(v -> values.put(r.attributeId(), v)));
    } else {
      return Optional.empty();
    }
    return Optional.of(new Attributes(clusterId, frame.header().manufacturerCode(), values));
  }

  /** The attributes of the cluster by id, non-values too, whatever their manufacturer code. */
  public Map<Integer, ZclValue> values() {
    return values;
  }

  /**
   * The value of an attribute, if the message tells of it, it is no non-value and within the bounds
   * of the specification. A manufacturer code in the frame does not matter unless the manufacturer
   * has another attribute with that id.
   */
  public Optional<ZclValue> value(Attribute attribute) {
    ZclValue value = attribute.clusterId() == clusterId ? values.get(attribute.id()) : null;
    if (value == null) {
      return Optional.empty();
    }
    Optional<AttributeDefinition> definition = definition(attribute.id());
    if (definition.isEmpty()) {
      return value.isAbsent() ? Optional.empty() : Optional.of(value);
    }
    AttributeDefinition known = definition.get();
    return known.manufacturerCode().equals(attribute.manufacturerCode())
            && known.judge(value) == Validity.VALID
        ? Optional.of(value)
        : Optional.empty();
  }

  private Optional<AttributeDefinition> definition(int attributeId) {
    Optional<ClusterDefinition> cluster = Clusters.standard().find(clusterId, manufacturerCode);
    return cluster.isPresent()
        ? cluster.get().attribute(attributeId, manufacturerCode)
        : Optional.empty();
  }

  /** The integer value of an attribute, under the conditions of {@link #value}. */
  public OptionalLong integer(Attribute attribute) {
    return value(attribute).map(OnTheWire::integer).orElse(OptionalLong.empty());
  }

  /** The numeric value of an attribute, under the conditions of {@link #value}. */
  public Optional<BigDecimal> number(Attribute attribute) {
    return value(attribute).flatMap(OnTheWire::number);
  }
}
