package org.waggle.bridge.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceEvent;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.expose.Calibration;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * A definition at work for one device. Its code is called where it may run; what it answers arrives
 * on the event thread. Ends when the definition leaves, another one takes over, or the device goes:
 * what is pending fails then.
 */
public final class Serving {

  private final DeviceDefinition definition;
  private final Catalog catalog;
  private final DeviceContext context;
  private final Runner runner;
  private final NetworkDevice device;
  private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Facts facts;
  private @Nullable Calibrated calibrated;
  private volatile boolean ended;

  Serving(
      DeviceDefinition definition,
      Catalog catalog,
      ZigbeeNode node,
      DeviceContext context,
      Runner runner) {
    this.definition = definition;
    this.catalog = catalog;
    this.context = context;
    this.runner = runner;
    this.device = new NetworkDevice(node, context, runner, () -> Optional.of(definition));
  }

  DeviceDefinition definition() {
    return definition;
  }

  Catalog catalog() {
    return catalog;
  }

  Runner runner() {
    return runner;
  }

  public Device device() {
    return device;
  }

  /** A group for the definition, which serves one of its members. */
  public DeviceGroup group(ZigbeeGroup group, Definitions definitions) {
    List<DeviceEndpoint> members = new ArrayList<>();
    for (EndpointAddress member : group.members()) {
      context
          .network()
          .node(member.node())
          .flatMap(
              node ->
                  new NetworkDevice(
                          node,
                          context,
                          runner,
                          () -> definitions.serving(member.node()).map(Serving::definition))
                      .endpoint(member.endpoint()))
          .ifPresent(members::add);
    }
    return new NetworkGroup(group.id(), members, context, runner);
  }

  /**
   * What the definition said last; present from the moment on that it serves the device.
   *
   * @throws IllegalStateException before
   */
  public Facts facts() {
    Facts known = facts;
    if (known == null) {
      throw new IllegalStateException("not serving yet");
    }
    return known;
  }

  /** A calibration and what it was made of. */
  private record Calibrated(
      Facts facts, Map<String, @Nullable Object> options, Calibration calibration) {}

  /** How the device's values are adjusted, its options being these; on the event thread. */
  public Calibration calibration(Map<String, @Nullable Object> options) {
    Facts now = facts();
    Calibrated last = calibrated;
    if (last == null || last.facts != now || last.options != options) {
      last = new Calibrated(now, options, Calibration.of(now.definitionExposes(), options));
      calibrated = last;
    }
    return last.calibration;
  }

  /** Asks the definition what it says now. */
  CompletionStage<Facts> refresh() {
    return call(() -> CompletableFuture.completedFuture(Facts.of(definition, device)))
        .thenApply(
            asked -> {
              facts = asked;
              return asked;
            });
  }

  /** Asks the definition what sets or gets a key. */
  public CompletionStage<Optional<FoundEncoder>> encoder(String key, Optional<String> endpoint) {
    return call(
        () ->
            CompletableFuture.completedFuture(
                definition.encoder(key, endpoint).map(encoder -> FoundEncoder.of(this, encoder))));
  }

  CompletionStage<Map<String, @Nullable Object>> decode(DeviceMessage message) {
    return call(() -> definition.decode(message, device));
  }

  public CompletionStage<Void> configure() {
    return call(() -> definition.configure(device));
  }

  void tell(DeviceEvent event) {
    call(() -> {
          definition.onEvent(event, device);
          return CompletableFuture.completedFuture(event);
        })
        .whenComplete(
            (done, fault) -> {
              if (fault != null && !ended) {
                context.log().fault("Definition '" + definition.model() + "' failed", fault);
              }
            });
  }

  /** Calls the definition's code. The stage completes on the event thread. */
  <T> CompletionStage<T> call(Supplier<? extends CompletionStage<T>> code) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (ended) {
      result.completeExceptionally(new DeviceException("the device's definition left"));
      return result;
    }
    if (runner.isInPlace()) {
      CompletableFuture<T> answer = guarded(code);
      if (answer.isDone()) {
        return answer;
      }
      pending.add(result);
      answer.whenComplete((value, fault) -> complete(result, value, fault));
      return result;
    }
    pending.add(result);
    runner.execute(
        () ->
            guarded(code)
                .whenComplete(
                    (value, fault) ->
                        context.network().execute(() -> complete(result, value, fault))));
    return result;
  }

  private static <T> CompletableFuture<T> guarded(Supplier<? extends CompletionStage<T>> code) {
    try {
      return code.get().toCompletableFuture();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // The code of a definition, of whatever quality: its fault costs this call only.
      return CompletableFuture.failedFuture(e);
    }
  }

  private <T> void complete(CompletableFuture<T> result, T value, @Nullable Throwable fault) {
    pending.remove(result);
    if (fault == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(fault);
    }
  }

  /** Lets go of the definition; on the event thread. */
  void end() {
    if (ended) {
      return;
    }
    tell(DeviceEvent.STOP);
    ended = true;
    device.close();
    for (CompletableFuture<?> waiting : pending) {
      waiting.completeExceptionally(new DeviceException("the device's definition left"));
    }
    pending.clear();
  }
}
