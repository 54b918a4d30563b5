package org.waggle.zigbee;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.WriteAttributes;
import org.waggle.zcl.WriteAttributesResponse;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/**
 * Makes an IAS zone report to the coordinator. Zones that ask to be enrolled are answered when they
 * ask; those that wait for a response without asking get one here (ZCL 8.2.2.2.3).
 */
final class IasEnrolment {

  private static final Logger LOG = LoggerFactory.getLogger(IasEnrolment.class);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int CHECKS = 20;

  /** Runs a step, unless the interview has ended. */
  interface Steps {

    <T> CompletionStage<T> step(Supplier<CompletionStage<T>> step);
  }

  private final Node node;
  private final int endpoint;
  private final IeeeAddress coordinator;
  private final EventThread thread;
  private final Requests requests;
  private final Steps steps;

  IasEnrolment(
      Node node,
      int endpoint,
      IeeeAddress coordinator,
      EventThread thread,
      Requests requests,
      Steps steps) {
    this.node = node;
    this.endpoint = endpoint;
    this.coordinator = coordinator;
    this.thread = thread;
    this.requests = requests;
    this.steps = steps;
  }

  CompletionStage<Void> run() {
    return state()
        .thenCompose(
            state ->
                isEnrolled(state) && isOurs(state)
                    ? CompletableFuture.<Void>completedStage(null)
                    : enrol());
  }

  private CompletionStage<Void> enrol() {
    LOG.debug("{} is not enrolled as an IAS zone yet", node);
    return steps
        .step(this::writeAddress)
        .thenCompose(written -> thread.delay(PAUSE))
        .thenCompose(
            rested ->
                steps.step(
                    () ->
                        requests.command(node, endpoint, IasZone.CLUSTER, IasZone.ENROLL_RESPONSE)))
        .thenCompose(told -> check(CHECKS));
  }

  private CompletionStage<Void> writeAddress() {
    return requests
        .command(
            node,
            endpoint,
            IasZone.CLUSTER,
            new WriteAttributes(
                List.of(
                    new AttributeValue(IasZone.CIE_ADDRESS, ZclValue.ieeeAddress(coordinator)))))
        .thenAccept(answer -> answer.ifPresent(this::demandWritten));
  }

  private void demandWritten(ZclMessage answer) {
    if (answer.frame().command() instanceof WriteAttributesResponse response
        && !response.failures().isEmpty()) {
      throw new ZigbeeException(
          response.failures().get(0).status(),
          node
              + " does not take the coordinator's address: "
              + response.failures().get(0).status());
    }
  }

  private CompletionStage<Void> check(int checks) {
    if (checks == 0) {
      return CompletableFuture.failedFuture(
          new ZigbeeException(Reason.REFUSED, node + " does not enrol as an IAS zone"));
    }
    return thread
        .delay(PAUSE)
        .thenCompose(rested -> state())
        .thenCompose(
            state ->
                isEnrolled(state)
                    ? CompletableFuture.<Void>completedStage(null)
                    : check(checks - 1));
  }

  private CompletionStage<Map<Integer, ZclValue>> state() {
    return steps.step(
        () ->
            requests.read(
                node, endpoint, IasZone.CLUSTER, IasZone.CIE_ADDRESS, IasZone.ZONE_STATE));
  }

  private static boolean isEnrolled(Map<Integer, ZclValue> state) {
    ZclValue zoneState = state.get(IasZone.ZONE_STATE);
    return zoneState != null && zoneState.integer().orElse(0) == IasZone.ENROLLED;
  }

  private boolean isOurs(Map<Integer, ZclValue> state) {
    ZclValue address = state.get(IasZone.CIE_ADDRESS);
    return address != null && address.address().filter(coordinator::equals).isPresent();
  }
}
