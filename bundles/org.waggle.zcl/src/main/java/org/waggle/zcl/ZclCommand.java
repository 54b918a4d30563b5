package org.waggle.zcl;

/**
 * What a ZCL frame says: one record per general command (ZCL 2.5), {@link ClusterCommand} for the
 * commands of a cluster.
 */
public sealed interface ZclCommand
    permits ReadAttributes,
        ReadAttributesResponse,
        WriteAttributes,
        WriteAttributesUndivided,
        WriteAttributesResponse,
        WriteAttributesNoResponse,
        ConfigureReporting,
        ConfigureReportingResponse,
        ReadReportingConfiguration,
        ReadReportingConfigurationResponse,
        ReportAttributes,
        DefaultResponse,
        DiscoverAttributes,
        DiscoverAttributesResponse,
        ReadAttributesStructured,
        WriteAttributesStructured,
        WriteAttributesStructuredResponse,
        DiscoverCommandsReceived,
        DiscoverCommandsReceivedResponse,
        DiscoverCommandsGenerated,
        DiscoverCommandsGeneratedResponse,
        DiscoverAttributesExtended,
        DiscoverAttributesExtendedResponse,
        ClusterCommand,
        UnknownCommand {

  /** The command id, 0..0xFF. */
  int id();

  /** Writes the payload, without the header. */
  void write(ZclWriter writer);

  /** The frame type its header has to have. */
  default FrameType frameType() {
    return FrameType.GLOBAL;
  }

  /** The payload, without the header. */
  default Octets encode() {
    ZclWriter writer = new ZclWriter();
    write(writer);
    return writer.toOctets();
  }
}
