package org.waggle.zcl;

import java.util.List;

/** Configure Reporting, 0x06 (ZCL 2.5.7). */
public record ConfigureReporting(List<ReportingConfiguration> configurations)
    implements ZclCommand {

  static final int ID = 0x06;

  public ConfigureReporting {
    configurations = List.copyOf(configurations);
  }

  static ConfigureReporting read(ZclReader reader) {
    return new ConfigureReporting(
        reader.someToEnd(r -> ReportingConfiguration.read(r.direction(), r.uint16(), r)));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    for (ReportingConfiguration configuration : configurations) {
      writer.direction(configuration.direction()).uint16(configuration.attributeId());
      ReportingConfiguration.write(configuration, writer);
    }
  }
}
