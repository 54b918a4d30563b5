package org.waggle.device.api.access;

import java.util.Optional;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/**
 * When an attribute is to be reported (ZCL specification 2.5.7).
 *
 * @param minimumInterval seconds
 * @param maximumInterval seconds; 0xFFFF for never
 * @param reportableChange in the attribute's type; sent for analog attributes only, and noted for
 *     all
 */
public record ReportingRequest(
    int attributeId,
    ZclType type,
    int minimumInterval,
    int maximumInterval,
    Optional<ZclValue> reportableChange) {}
