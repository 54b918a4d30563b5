package org.waggle.zcl;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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

  /** What a reason calls a payload, made once and not per frame. */
  private static final List<String> FIELDS =
      IntStream.range(0, READERS.size()).mapToObj(id -> "general command " + id).toList();

  private GeneralCommands() {}

  static ZclCommand read(int commandId, ZclReader reader) {
    if (commandId >= READERS.size()) {
      return new UnknownCommand(commandId, reader.rest());
    }
    return READERS.get(commandId).apply(reader.field(FIELDS.get(commandId)));
  }
}
