package org.waggle.zigbee.api;

import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/**
 * When an attribute is reported (ZCL specification 2.5.7).
 *
 * @param minimumInterval seconds
 * @param maximumInterval seconds; 0xFFFF for never
 * @param reportableChange in the attribute's type; sent for analog attributes only, and noted for
 *     all
 */
public record ReportingConfiguration(
    int clusterId,
    OptionalInt manufacturerCode,
    int attributeId,
    ZclType type,
    int minimumInterval,
    int maximumInterval,
    Optional<ZclValue> reportableChange) {}
