package org.waggle.zigbee;

import java.util.Map;
import java.util.OptionalInt;
import org.waggle.zcl.Direction;
import org.waggle.zcl.FrameType;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zcl.cluster.CommandDefinition;
import org.waggle.zigbee.api.ZclRequest;

/** Which commands have a response of their own; what has none is answered by default response. */
final class Responses {

  /** Of the general commands, by id (ZCL table 2-3). */
  private static final Map<Integer, Integer> GENERAL =
      Map.of(
          0x00, 0x01, 0x02, 0x04, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0C, 0x0D, 0x0E, 0x01, 0x0F,
          0x10, 0x11, 0x12, 0x13, 0x14);

  private static final int NONE = -1;
  private static final int DISCOVER_EXTENDED = 0x15;
  private static final int DISCOVER_EXTENDED_RESPONSE = 0x16;

  private Responses() {}

  static OptionalInt idOfResponse(ZclRequest request) {
    return request.replyTo().isPresent()
        ? OptionalInt.empty()
        : idOfResponse(
            request.clusterId(),
            request.manufacturerCode(),
            request.direction(),
            request.command());
  }

  static OptionalInt idOfResponse(
      int clusterId, OptionalInt manufacturerCode, Direction direction, ZclCommand command) {
    if (command.frameType() == FrameType.GLOBAL) {
      int response =
          command.id() == DISCOVER_EXTENDED
              ? DISCOVER_EXTENDED_RESPONSE
              : GENERAL.getOrDefault(command.id(), NONE);
      return response == NONE ? OptionalInt.empty() : OptionalInt.of(response);
    }
    return Clusters.standard()
        .find(clusterId, manufacturerCode)
        .flatMap(
            cluster ->
                direction == Direction.CLIENT_TO_SERVER
                    ? cluster.command(command.id())
                    : cluster.response(command.id()))
        .map(CommandDefinition::response)
        .orElseGet(OptionalInt::empty);
  }
}
