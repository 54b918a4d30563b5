package org.waggle.bridge.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceEvent;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * A definition at work for one device. Its code is called where it may run; what it answers arrives
 * on the event thread. Ends when the definition leaves, another one takes over, or the device goes:
 * what is pending fails then.
 */
public final class Serving {

  /** Every device has it, whatever its definition. */
  private static final Expose LINK_QUALITY =
      Expose.numeric("linkquality", Access.STATE)
          .withUnit("lqi")
          .withDescription("Link quality (signal strength)")
          .withRange(0, 255)
          .withCategory("diagnostic");

  /**
   * What a definition says of itself and of this device.
   *
   * @param definitionExposes as the definition gives them, without the link quality
   * @param clusters standard ones and the device's own
   */
  public record Facts(
      DefinitionSummary summary,
      List<Expose> definitionExposes,
      String version,
      Optional<String> icon,
      boolean configurable,
      Clusters clusters) {}

  private final DeviceDefinition definition;
  private final Catalog catalog;
  private final DeviceContext context;
  private final Runner runner;
  private final NetworkDevice device;
  private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Facts facts;
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

  /** Asks the definition what it says now. */
  CompletionStage<Facts> refresh() {
    return call(() -> CompletableFuture.completedFuture(ask()))
        .thenApply(
            asked -> {
              facts = asked;
              return asked;
            });
  }

  private Facts ask() {
    List<Expose> exposes = definition.exposes(device.identity(), device.options());
    List<Expose> all = new ArrayList<>(exposes);
    all.add(LINK_QUALITY);
    return new Facts(
        new DefinitionSummary(
            definition.vendor(),
            definition.model(),
            definition.description(),
            definition.source(),
            all,
            definition.options(),
            Collections.unmodifiableMap(
                new LinkedHashMap<>(definition.endpointNames(device.identity()))),
            definition.supportsOta()),
        List.copyOf(exposes),
        definition.version(),
        definition.icon(),
        definition.isConfigurable(),
        Clusters.standard().with(definition.customClusters()));
  }

  /**
   * What sets or gets a key.
   *
   * @param keys that one call of it serves
   */
  public record FoundEncoder(
      Serving serving, Encoder encoder, Set<String> keys, boolean canSet, boolean canGet) {

    public CompletionStage<SetResult> set(SetRequest request) {
      return serving.call(() -> encoder.set(request));
    }

    public CompletionStage<Void> get(GetRequest request) {
      return serving.call(() -> encoder.get(request));
    }
  }

  /** Asks the definition what sets or gets a key. */
  public CompletionStage<Optional<FoundEncoder>> encoder(String key, Optional<String> endpoint) {
    return call(
        () ->
            CompletableFuture.completedFuture(
                definition
                    .encoder(key, endpoint)
                    .map(
                        found ->
                            new FoundEncoder(
                                this,
                                found,
                                Set.copyOf(found.keys()),
                                found.canSet(),
                                found.canGet()))));
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
