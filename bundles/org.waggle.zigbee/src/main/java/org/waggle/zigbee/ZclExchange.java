package org.waggle.zigbee;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.radio.api.ApsRequest;
import org.waggle.zcl.DefaultResponse;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclHeader;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZigbeeException;

/** A ZCL request and its answer: its own response, or a default response. */
final class ZclExchange extends Exchange {

  private static final int BASIC = 0x0000;
  private static final List<Integer> ZCL_VERSION = List.of(0x0000);

  private final ZclRequest request;
  private final int endpoint;
  private final OptionalInt responseId;
  private final boolean answered;
  private final CompletableFuture<Optional<ZclMessage>> answer = new CompletableFuture<>();

  ZclExchange(ZclRequest request, int endpoint, Instant now) {
    super(request.timeout(), request.patience(), now);
    this.request = request;
    this.endpoint = endpoint;
    this.responseId = Responses.idOfResponse(request);
    this.answered = responseId.isPresent() || !request.disableDefaultResponse();
  }

  CompletionStage<Optional<ZclMessage>> answer() {
    return answer;
  }

  @Override
  ApsRequest frame(int networkAddress, int sequence) {
    return ZclFrames.unicast(request, networkAddress, endpoint, sequence, true);
  }

  @Override
  boolean isAnswered() {
    return answered;
  }

  /** Zigbee2MQTT pings by reading the ZCL version alone. */
  @Override
  boolean isPing() {
    return request.clusterId() == BASIC
        && request.command() instanceof ReadAttributes read
        && read.attributeIds().equals(ZCL_VERSION);
  }

  @Override
  void delivered() {
    answer.complete(Optional.empty());
  }

  @Override
  void fail(ZigbeeException failure) {
    answer.completeExceptionally(failure);
  }

  /** Whether a message is the answer to this, sent with {@code sequence}. */
  boolean isAnsweredBy(ZclMessage message, int sequence) {
    ZclFrame frame = message.frame();
    ZclHeader header = frame.header();
    return header.sequence() == sequence
        && message.clusterId() == request.clusterId()
        && message.endpoint() == endpoint
        && header.direction() == request.direction().reversed()
        && isResponse(frame.command());
  }

  /** Ends this with its answer. */
  void answeredBy(ZclMessage message) {
    if (message.frame().command() instanceof DefaultResponse response
        && !response.status().isSuccess()) {
      answer.completeExceptionally(
          new ZigbeeException(
              response.status(), message.node() + " answered " + response.status()));
    } else {
      answer.complete(Optional.of(message));
    }
  }

  private boolean isResponse(ZclCommand command) {
    if (command instanceof DefaultResponse response) {
      return response.commandId() == request.command().id();
    }
    return responseId.isPresent()
        && command.id() == responseId.getAsInt()
        && command.frameType() == request.command().frameType();
  }
}
