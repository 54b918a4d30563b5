package org.waggle.zcl;

import java.util.Optional;

/** How an attribute is to be reported (ZCL 2.5.7.1). */
public sealed interface ReportingConfiguration {

  /** 0..0xFFFF. */
  int attributeId();

  /** The direction field this kind of record has. */
  Direction direction();

  /**
   * The receiver of the configuration sends the reports.
   *
   * @param minimumInterval seconds between reports at least, 0..0xFFFF
   * @param maximumInterval seconds between reports at most; 0: no periodic reports, 0xFFFF: no
   *     reports at all
   * @param reportableChange present exactly when the type is {@linkplain ZclType#isAnalog()
   *     analog}, and of that type
   */
  record Reporting(
      int attributeId,
      ZclType type,
      int minimumInterval,
      int maximumInterval,
      Optional<ZclValue> reportableChange)
      implements ReportingConfiguration {

    /**
     * @throws IllegalArgumentException if the reportable change does not fit the type
     */
    public Reporting {
      if (type.isAnalog() != reportableChange.isPresent()
          || (reportableChange.isPresent() && reportableChange.get().type() != type)) {
        throw new IllegalArgumentException(type + " with reportable change " + reportableChange);
      }
    }

    @Override
    public Direction direction() {
      return Direction.CLIENT_TO_SERVER;
    }
  }

  /**
   * The receiver of the configuration expects reports.
   *
   * @param timeout seconds after which a report is overdue; 0: never
   */
  record Expecting(int attributeId, int timeout) implements ReportingConfiguration {

    @Override
    public Direction direction() {
      return Direction.SERVER_TO_CLIENT;
    }
  }

  /** Reads what follows the direction field. */
  static ReportingConfiguration read(Direction direction, int attributeId, ZclReader reader) {
    if (direction == Direction.SERVER_TO_CLIENT) {
      return new Expecting(attributeId, reader.uint16());
    }
    ZclType type = reader.type();
    return new Reporting(
        attributeId,
        type,
        reader.uint16(),
        reader.uint16(),
        type.isAnalog() ? Optional.of(reader.value(type)) : Optional.empty());
  }

  /** Writes what follows the attribute id. */
  static void write(ReportingConfiguration configuration, ZclWriter writer) {
    if (configuration instanceof Expecting expecting) {
      writer.uint16(expecting.timeout);
    } else if (configuration instanceof Reporting reporting) {
      writer
          .uint8(reporting.type.id())
          .uint16(reporting.minimumInterval)
          .uint16(reporting.maximumInterval);
      reporting.reportableChange.ifPresent(writer::value);
    }
  }
}
