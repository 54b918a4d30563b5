package org.waggle.zcl;

import java.util.List;
import java.util.Optional;

/** Read Attributes Response, 0x01 (ZCL 2.5.2). */
public record ReadAttributesResponse(List<Result> results) implements ZclCommand {

  static final int ID = 0x01;

  /**
   * The answer for one attribute.
   *
   * @param attributeId 0..0xFFFF
   * @param value present exactly when the status is SUCCESS
   */
  public record Result(int attributeId, ZclStatus status, Optional<ZclValue> value) {

    /**
     * @throws IllegalArgumentException if there is a value without success or the reverse
     */
    public Result {
      if (status.isSuccess() != value.isPresent()) {
        throw new IllegalArgumentException("status " + status + " with value " + value);
      }
    }

    public static Result of(int attributeId, ZclValue value) {
      return new Result(attributeId, ZclStatus.SUCCESS, Optional.of(value));
    }

    public static Result failed(int attributeId, ZclStatus status) {
      return new Result(attributeId, status, Optional.empty());
    }

    private static Result read(ZclReader reader) {
      int attributeId = reader.uint16();
      ZclStatus status = reader.status();
      return status.isSuccess()
          ? of(attributeId, AttributeValue.reportedValue(reader, attributeId))
          : failed(attributeId, status);
    }

    private void write(ZclWriter writer) {
      writer.uint16(attributeId).status(status);
      value.ifPresent(writer::typedValue);
    }
  }

  public ReadAttributesResponse {
    results = List.copyOf(results);
  }

  static ReadAttributesResponse read(ZclReader reader) {
    return new ReadAttributesResponse(reader.someToEnd(Result::read));
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
