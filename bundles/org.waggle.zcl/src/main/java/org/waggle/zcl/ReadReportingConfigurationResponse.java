package org.waggle.zcl;

import java.util.List;
import java.util.Optional;

/** Read Reporting Configuration Response, 0x09 (ZCL 2.5.10). */
public record ReadReportingConfigurationResponse(List<Result> results) implements ZclCommand {

  static final int ID = 0x09;

  /**
   * The answer for one attribute.
   *
   * @param attributeId 0..0xFFFF
   * @param configuration present exactly when the status is SUCCESS
   */
  public record Result(
      ZclStatus status,
      Direction direction,
      int attributeId,
      Optional<ReportingConfiguration> configuration) {

    /**
     * @throws IllegalArgumentException if there is a configuration without success or the reverse
     */
    public Result {
      if (status.isSuccess() != configuration.isPresent()) {
        throw new IllegalArgumentException("status " + status + " with " + configuration);
      }
    }

    private static Result read(ZclReader reader) {
      ZclStatus status = reader.status();
      Direction direction = reader.direction();
      int attributeId = reader.uint16();
      return new Result(
          status,
          direction,
          attributeId,
          status.isSuccess()
              ? Optional.of(ReportingConfiguration.read(direction, attributeId, reader))
              : Optional.empty());
    }

    private void write(ZclWriter writer) {
      writer.status(status).direction(direction).uint16(attributeId);
      configuration.ifPresent(c -> ReportingConfiguration.write(c, writer));
    }
  }

  public ReadReportingConfigurationResponse {
    results = List.copyOf(results);
  }

  static ReadReportingConfigurationResponse read(ZclReader reader) {
    return new ReadReportingConfigurationResponse(reader.someToEnd(Result::read));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    results.forEach(result -> result.write(writer));
  }
}
