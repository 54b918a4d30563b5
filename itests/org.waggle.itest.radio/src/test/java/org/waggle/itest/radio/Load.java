package org.waggle.itest.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Target;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * Numbered requests to several devices of a network, one at a time to each; while the network is
 * offline none is made. All on the network's event thread.
 */
final class Load implements NetworkListener {

  /** Their numbers, up to 65,535, are sent as Identify's time. */
  static final int IDENTIFY = 0x0003;

  /**
   * What became of a request.
   *
   * @param answered how often it was
   * @param failed how often it was
   * @param nanos from the request to the first of either
   */
  record Outcome(int number, int answered, int failed, Optional<Reason> reason, long nanos) {}

  private final ZigbeeNetwork network;
  private final List<IeeeAddress> devices;
  private final int count;
  private final List<Request> requests = new ArrayList<>();
  private final List<IeeeAddress> waiting = new ArrayList<>();
  private final CompletableFuture<List<Outcome>> done = new CompletableFuture<>();
  private int settled;

  private static final class Request {

    private final long begin = System.nanoTime();
    private int answered;
    private int failed;
    private Optional<Reason> reason = Optional.empty();
    private long nanos;
  }

  private Load(ZigbeeNetwork network, List<IeeeAddress> devices, int count) {
    this.network = network;
    this.devices = devices;
    this.count = count;
  }

  /**
   * Makes requests; completes when each was answered or failed, and ends when it is cancelled.
   *
   * @param devices as many requests as these are in flight
   */
  static CompletableFuture<List<Outcome>> run(
      ZigbeeNetwork network, List<IeeeAddress> devices, int count) {
    Load load = new Load(network, devices, count);
    Subscription subscription = network.listen(load);
    network.execute(load::begin);
    load.done.whenComplete((outcomes, failure) -> subscription.close());
    return load.done;
  }

  private void begin() {
    waiting.addAll(devices);
    resume();
  }

  @Override
  public void statusChanged(NetworkStatus status) {
    resume();
  }

  private void resume() {
    if (network.status().isOnline()) {
      List<IeeeAddress> ready = List.copyOf(waiting);
      waiting.clear();
      ready.forEach(this::next);
    }
  }

  private void next(IeeeAddress device) {
    if (requests.size() == count || done.isCancelled()) {
      return;
    }
    Request request = new Request();
    int number = requests.size();
    requests.add(request);
    network
        .send(identify(device, number))
        .whenComplete((answer, failure) -> settled(request, device, answer, failure));
  }

  private static ZclRequest identify(IeeeAddress device, int number) {
    return ZclRequest.to(
        new Target.Endpoint(new EndpointAddress(device, 1)),
        IDENTIFY,
        new ClusterCommand(0x00, Octets.of(number, number >> 8)));
  }

  private void settled(
      Request request,
      IeeeAddress device,
      @Nullable Optional<ZclMessage> answer,
      @Nullable Throwable failure) {
    if (request.answered + request.failed == 0) {
      request.nanos = System.nanoTime() - request.begin;
      settled++;
    }
    if (answer != null && answer.isPresent()) {
      request.answered++;
    } else {
      request.failed++;
      request.reason = Optional.of(reason(failure));
    }
    if (settled == count) {
      // Not at once: an answer that comes once more is to be seen.
      network.execute(() -> done.complete(outcomes()));
    }
    waiting.add(device);
    network.execute(this::resume);
  }

  private static Reason reason(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ZigbeeException known) {
      return known.reason();
    }
    throw new AssertionError("No failure of a network", failure);
  }

  private List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Request request : requests) {
      outcomes.add(
          new Outcome(
              outcomes.size(), request.answered, request.failed, request.reason, request.nanos));
    }
    return outcomes;
  }
}
