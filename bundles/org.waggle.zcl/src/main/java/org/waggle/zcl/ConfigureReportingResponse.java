package org.waggle.zcl;

import java.util.List;

/**
 * Configure Reporting Response, 0x07 (ZCL 2.5.8).
 *
 * @param failures what was not configured; empty when all was
 */
public record ConfigureReportingResponse(List<Failure> failures) implements ZclCommand {

  static final int ID = 0x07;

  /**
   * One attribute whose reporting was not configured.
   *
   * @param attributeId 0..0xFFFF
   */
  public record Failure(ZclStatus status, Direction direction, int attributeId) {

    private static Failure read(ZclReader reader) {
      return new Failure(reader.status(), reader.direction(), reader.uint16());
    }

    private void write(ZclWriter writer) {
      writer.status(status).direction(direction).uint16(attributeId);
    }
  }

  public ConfigureReportingResponse {
    failures = List.copyOf(failures);
  }

  static ConfigureReportingResponse read(ZclReader reader) {
    return new ConfigureReportingResponse(reader.failures(Failure::read));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.failures(failures, Failure::write);
  }
}
