package org.waggle.simulator.device;

import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.DefaultResponse;
import org.waggle.zcl.Direction;
import org.waggle.zcl.FrameType;
import org.waggle.zcl.Octets;
import org.waggle.zcl.WriteAttributesNoResponse;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclHeader;
import org.waggle.zcl.ZclStatus;

/** Answers the ZCL frames to an endpoint (ZCL, chapter 2). */
final class ZclServer {

  private static final Logger LOG = LoggerFactory.getLogger(ZclServer.class);

  private final VirtualEndpoint endpoint;

  ZclServer(VirtualEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  void received(ApsMessage message) {
    Decoded<ZclFrame> decoded = ZclFrame.decode(message.payload());
    if (decoded instanceof Decoded.Ok<ZclFrame> ok) {
      received(new Request(message, ok.value().header()), ok.value().command());
    } else {
      LOG.debug("{} received no ZCL frame: {}", endpoint.device().ieeeAddress(), decoded);
      refuse(message);
    }
  }

  private void received(Request request, ZclCommand command) {
    if (command instanceof DefaultResponse) {
      return;
    }
    int cluster = request.message().cluster();
    if (request.header().direction() == Direction.SERVER_TO_CLIENT) {
      if (command instanceof ClusterCommand specific) {
        endpoint
            .behaviour(cluster)
            .ifPresent(behaviour -> answer(request, behaviour.heard(specific, request)));
      }
      return;
    }
    Optional<ClusterAttributes> attributes = endpoint.cluster(cluster);
    if (attributes.isEmpty()) {
      answer(request, new Reply.Status(ZclStatus.UNSUPPORTED_CLUSTER));
    } else if (command instanceof ClusterCommand specific) {
      answer(
          request,
          endpoint
              .behaviour(cluster)
              .map(behaviour -> behaviour.received(specific, request))
              .orElse(Reply.UNSUPPORTED));
    } else {
      general(request, attributes.get(), command);
    }
  }

  private void general(Request request, ClusterAttributes attributes, ZclCommand command) {
    Optional<ZclCommand> response =
        new GeneralCommands(endpoint, attributes, request.header().manufacturerCode())
            .answer(command);
    if (response.isPresent()) {
      respond(request, response.get());
    } else if (!(command instanceof WriteAttributesNoResponse)) {
      answer(request, new Reply.Status(ZclStatus.UNSUP_GENERAL_COMMAND));
    }
  }

  private void answer(Request request, Reply reply) {
    if (reply instanceof Reply.Command command) {
      respond(request, new ClusterCommand(command.id(), command.payload()));
    } else if (reply instanceof Reply.Status status && wantsDefaultResponse(request, status)) {
      respond(request, new DefaultResponse(request.header().commandId(), refined(request, status)));
    }
  }

  private static boolean wantsDefaultResponse(Request request, Reply.Status status) {
    return request.isUnicast()
        && !(status.status().isSuccess() && request.header().disableDefaultResponse());
  }

  /** An unknown command of a manufacturer has a status of its own. */
  private static ZclStatus refined(Request request, Reply.Status reply) {
    boolean special = request.header().manufacturerCode().isPresent();
    if (special && reply.status().equals(ZclStatus.UNSUP_COMMAND)) {
      return ZclStatus.UNSUP_MANUF_CLUSTER_COMMAND;
    } else if (special && reply.status().equals(ZclStatus.UNSUP_GENERAL_COMMAND)) {
      return ZclStatus.UNSUP_MANUF_GENERAL_COMMAND;
    }
    return reply.status();
  }

  private void respond(Request request, ZclCommand response) {
    ZclHeader header = request.header();
    Octets payload =
        ZclFrame.of(
                header.manufacturerCode(),
                header.direction().reversed(),
                true,
                header.sequence(),
                response)
            .encode();
    ApsMessage message = request.message();
    endpoint
        .device()
        .antenna()
        .unicast(
            message.source(),
            new Antenna.Route(
                message.profile(), message.cluster(), endpoint.id(), message.sourceEndpoint()),
            payload);
  }

  /** A frame that cannot be read: its header may be good enough for a response. */
  private void refuse(ApsMessage message) {
    Octets payload = message.payload();
    int standardHeaderSize = 3;
    boolean unicast = message.cast() == ApsMessage.Cast.UNICAST;
    if (unicast && payload.size() >= standardHeaderSize && (payload.at(0) & 0x0C) == 0) {
      FrameType type = (payload.at(0) & 3) == 0 ? FrameType.GLOBAL : FrameType.CLUSTER_SPECIFIC;
      ZclHeader header =
          new ZclHeader(
              type,
              OptionalInt.empty(),
              Direction.CLIENT_TO_SERVER,
              false,
              payload.at(1),
              payload.at(2));
      answer(new Request(message, header), Reply.MALFORMED);
    }
  }
}
