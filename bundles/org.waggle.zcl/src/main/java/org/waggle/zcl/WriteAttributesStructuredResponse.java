package org.waggle.zcl;

import java.util.List;

/**
 * Write Attributes Structured Response, 0x10 (ZCL 2.5.17).
 *
 * @param failures what was not written; empty when all was
 */
public record WriteAttributesStructuredResponse(List<Failure> failures) implements ZclCommand {

  static final int ID = 0x10;

  /**
   * One attribute, or a part of it, that was not written.
   *
   * @param attributeId 0..0xFFFF
   */
  public record Failure(ZclStatus status, int attributeId, Selector selector) {

    private static Failure read(ZclReader reader) {
      return new Failure(reader.status(), reader.uint16(), Selector.read(reader));
    }

    private void write(ZclWriter writer) {
      selector.write(writer.status(status).uint16(attributeId));
    }
  }

  public WriteAttributesStructuredResponse {
    failures = List.copyOf(failures);
  }

  static WriteAttributesStructuredResponse read(ZclReader reader) {
    return new WriteAttributesStructuredResponse(reader.failures(Failure::read));
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
