package org.waggle.zcl;

import java.util.List;
import java.util.function.Function;

/** The payload readers of the general commands, by command id (ZCL table 2-3). */
final class GeneralCommands {

  private static final List<Function<ZclReader, ZclCommand>> READERS =
      List.of(
          ReadAttributes::read,
          ReadAttributesResponse::read,
          WriteAttributes::read,
          WriteAttributesUndivided::read,
          WriteAttributesResponse::read,
          WriteAttributesNoResponse::read,
          ConfigureReporting::read,
          ConfigureReportingResponse::read,
          ReadReportingConfiguration::read,
          ReadReportingConfigurationResponse::read,
          ReportAttributes::read,
          DefaultResponse::read,
          DiscoverAttributes::read,
          DiscoverAttributesResponse::read,
          ReadAttributesStructured::read,
          WriteAttributesStructured::read,
          WriteAttributesStructuredResponse::read,
          DiscoverCommandsReceived::read,
          DiscoverCommandsReceivedResponse::read,
          DiscoverCommandsGenerated::read,
          DiscoverCommandsGeneratedResponse::read,
          DiscoverAttributesExtended::read,
          DiscoverAttributesExtendedResponse::read);

  private GeneralCommands() {}

  static ZclCommand read(int commandId, ZclReader reader) {
    return commandId < READERS.size()
        ? READERS.get(commandId).apply(reader)
        : new UnknownCommand(commandId, reader.rest());
  }
}
