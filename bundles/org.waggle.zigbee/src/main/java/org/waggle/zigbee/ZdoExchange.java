package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zcl.zdo.ZdoFrame;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZigbeeException;

/** A ZDP request and its response. */
final class ZdoExchange extends Exchange {

  private static final int RESPONSE = 0x8000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ZdoCommand request;
  private final CompletableFuture<ZdoCommand> answer = new CompletableFuture<>();

  ZdoExchange(ZdoCommand request, Instant now) {
    this(request, TIMEOUT, now);
  }

  ZdoExchange(ZdoCommand request, Duration timeout, Instant now) {
    super(timeout, Patience.NONE, now);
    this.request = request;
  }

  CompletionStage<ZdoCommand> answer() {
    return answer;
  }

  /** The frame of a ZDP request to anybody. */
  static ApsRequest frame(Destination destination, ZdoCommand command, int sequence) {
    return new ApsRequest(
        destination,
        0,
        command.clusterId(),
        0,
        0,
        new ZdoFrame(sequence, command).encode(),
        destination instanceof Destination.Unicast);
  }

  @Override
  ApsRequest frame(int networkAddress, int sequence) {
    return frame(new Destination.Unicast(networkAddress), request, sequence);
  }

  @Override
  boolean isAnswered() {
    return true;
  }

  @Override
  boolean isPing() {
    return false;
  }

  @Override
  void delivered() {}

  @Override
  void fail(ZigbeeException failure) {
    answer.completeExceptionally(failure);
  }

  /** Whether a frame is the response to this, sent with {@code sequence}. */
  boolean isAnsweredBy(ZdoFrame frame, int sequence) {
    return frame.sequence() == sequence
        && frame.command().clusterId() == (request.clusterId() | RESPONSE);
  }

  void answeredBy(ZdoFrame frame) {
    answer.complete(frame.command());
  }
}
