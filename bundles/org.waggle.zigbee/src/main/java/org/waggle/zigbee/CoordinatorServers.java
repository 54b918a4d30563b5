package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.zcl.DefaultResponse;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ReadAttributesResponse.Result;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclHeader;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZclRequest.Target;

/**
 * What the coordinator answers to nodes: reads of its Time and Basic clusters, enrolment of IAS
 * zones, check-ins of sleeping nodes, and default responses to everything that asks for one.
 */
final class CoordinatorServers {

  private static final Logger LOG = LoggerFactory.getLogger(CoordinatorServers.class);

  private static final int BASIC = 0x0000;

  private final Requests requests;
  private final TimeServer time;
  private final PollControl pollControl;

  CoordinatorServers(Requests requests, TimeServer time, PollControl pollControl) {
    this.requests = requests;
    this.time = time;
    this.pollControl = pollControl;
  }

  /** Answers a message, if it wants an answer. */
  void received(Node node, ZclMessage message, ApsIndication indication) {
    ZclHeader header = message.frame().header();
    ZclCommand command = message.frame().command();
    if (command instanceof DefaultResponse) {
      return;
    }
    if (command instanceof ReadAttributes read) {
      List<Result> results =
          read.attributeIds().stream().map(id -> result(message.clusterId(), id)).toList();
      reply(node, message, indication, new ReadAttributesResponse(results));
      return;
    }
    if (IasZone.isEnrollRequest(message)) {
      log(
          node,
          requests.answer(
              node,
              message.endpoint(),
              IasZone.CLUSTER,
              IasZone.ENROLL_RESPONSE,
              header.sequence()));
      return;
    }
    if (PollControl.isCheckIn(message)) {
      pollControl.checkedIn(node, message);
      return;
    }
    if (indication.delivery() == Delivery.UNICAST
        && !header.disableDefaultResponse()
        && responseOf(message).isEmpty()
        && node.owesDefaultResponse(header.sequence())) {
      reply(node, message, indication, new DefaultResponse(command.id(), ZclStatus.SUCCESS));
    }
  }

  private static OptionalInt responseOf(ZclMessage message) {
    ZclHeader header = message.frame().header();
    return Responses.idOfResponse(
        message.clusterId(),
        header.manufacturerCode(),
        header.direction(),
        message.frame().command());
  }

  private Result result(int clusterId, int attributeId) {
    Optional<ZclValue> value =
        switch (clusterId) {
          case TimeServer.CLUSTER -> time.attribute(attributeId);
          case BASIC -> basic(attributeId);
          default -> Optional.empty();
        };
    return value
        .map(present -> Result.of(attributeId, present))
        .orElseGet(() -> Result.failed(attributeId, ZclStatus.UNSUPPORTED_ATTRIBUTE));
  }

  /** The specification's defaults: the coordinator is nothing in particular. */
  private static Optional<ZclValue> basic(int attributeId) {
    return Clusters.standard()
        .find(BASIC, OptionalInt.empty())
        .flatMap(cluster -> cluster.attribute(attributeId, OptionalInt.empty()))
        .flatMap(CoordinatorServers::defaultValue);
  }

  private static Optional<ZclValue> defaultValue(AttributeDefinition attribute) {
    return attribute
        .defaultValue()
        .map(
            value ->
                value instanceof Number number
                    ? ZclValue.of(attribute.type(), number.longValue())
                    : new ZclValue(
                        attribute.type() == ZclType.OCTET_STRING
                            ? ZclType.OCTET_STRING
                            : ZclType.CHARACTER_STRING,
                        Octets.ofUtf8(value.toString())));
  }

  private void reply(Node node, ZclMessage message, ApsIndication indication, ZclCommand response) {
    ZclHeader header = message.frame().header();
    ZclRequest reply =
        new ZclRequest(
            new Target.Endpoint(new EndpointAddress(node.ieeeAddress(), message.endpoint())),
            message.clusterId(),
            header.manufacturerCode(),
            header.direction().reversed(),
            response,
            sourceEndpoint(indication),
            true,
            OptionalInt.of(header.sequence()),
            ZclRequest.DEFAULT_TIMEOUT,
            Patience.NONE);
    log(node, requests.send(node, message.endpoint(), reply));
  }

  private static int sourceEndpoint(ApsIndication indication) {
    int endpoint = indication.destinationEndpoint();
    return endpoint > 0 && endpoint < 0xFF ? endpoint : 1;
  }

  private static void log(Node node, CompletionStage<?> reply) {
    reply.whenComplete(
        (sent, failure) -> {
          if (failure != null) {
            LOG.debug("{} did not take a response: {}", node, Failures.text(failure));
          }
        });
  }
}
