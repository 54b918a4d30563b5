package org.waggle.zcl;

import java.util.List;

/**
 * Write Attributes Response, 0x04 (ZCL 2.5.5).
 *
 * @param failures the attributes that were not written; empty when all were
 */
public record WriteAttributesResponse(List<AttributeStatus> failures) implements ZclCommand {

  static final int ID = 0x04;

  public WriteAttributesResponse {
    failures = List.copyOf(failures);
  }

  static WriteAttributesResponse read(ZclReader reader) {
    return new WriteAttributesResponse(reader.failures(AttributeStatus::read));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.failures(failures, AttributeStatus::write);
  }
}
