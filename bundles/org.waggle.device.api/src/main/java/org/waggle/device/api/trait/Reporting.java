package org.waggle.device.api.trait;

import java.math.BigDecimal;
import java.util.Optional;
import org.waggle.device.api.access.ReportingRequest;

/**
 * When an attribute is to be reported.
 *
 * @param minimumInterval seconds
 * @param maximumInterval seconds
 * @param change in the attribute's own unit; noted, but not sent, where the attribute is not analog
 */
public record Reporting(int minimumInterval, int maximumInterval, BigDecimal change) {

  public static final int MINUTE = 60;
  public static final int HOUR = 3600;

  /** The longest interval asked for: some devices take more for never. */
  public static final int LONGEST = 65000;

  /**
   * @throws IllegalArgumentException if an interval does not fit 16 bits, or the minimum is above
   *     the maximum
   */
  public Reporting {
    if (minimumInterval < 0 || minimumInterval > maximumInterval || maximumInterval > 0xFFFF) {
      throw new IllegalArgumentException(
          "no intervals: " + minimumInterval + ".." + maximumInterval + " s");
    }
  }

  public static Reporting of(int minimumInterval, int maximumInterval, long change) {
    return new Reporting(minimumInterval, maximumInterval, BigDecimal.valueOf(change));
  }

  /** The request to a device. */
  ReportingRequest request(Attribute attribute) {
    return new ReportingRequest(
        attribute.id(),
        attribute.type(),
        minimumInterval,
        maximumInterval,
        Optional.of(attribute.value(change)));
  }
}
