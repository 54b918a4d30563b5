package org.waggle.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.CommandResult;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.api.extension.StateHook;
import org.waggle.bridge.device.Catalog;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.log.Faults;
import org.waggle.bridge.setup.Settings;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** The bridge of one network. */
public final class NetworkBridge implements Bridge {

  private static final int STOP_SECONDS = 2;

  private static final Logger LOGGER = LoggerFactory.getLogger(NetworkBridge.class);

  private final Parts parts;
  private final Lifecycle lifecycle;

  /**
   * @param version of the bundle
   */
  public NetworkBridge(ZigbeeNetwork network, MqttLink mqtt, Settings settings, String version) {
    this.parts = new Parts(network, settings, version, this::definitionsChanged);
    this.lifecycle = new Lifecycle(parts, mqtt);
  }

  private void definitionsChanged() {
    lifecycle.definitionsChanged();
  }

  /** Reads what was saved, which blocks, and begins to work. */
  public void start() {
    parts.entities.load();
    parts.states.load();
    parts.memory.load();
    execute(lifecycle::start);
  }

  /** Says goodbye and saves what is not saved yet. Blocks for a moment. */
  public void stop() {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    execute(
        () -> {
          lifecycle.stop();
          stopped.complete(null);
        });
    try {
      stopped.get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOGGER.warn("the event thread of network '{}' is gone or busy", network());
      parts.outbox.session().ifPresent(session -> session.close());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOGGER.warn("stopping the bridge of network '{}' failed", network(), e);
    }
  }

  /** Asks a catalog about devices from now on. */
  public void addCatalog(Catalog catalog) {
    execute(() -> parts.definitions.add(catalog));
  }

  /** Asks a catalog no more and lets go of its definitions. */
  public void removeCatalog(Catalog catalog) {
    execute(() -> parts.definitions.remove(catalog));
  }

  @Override
  public String network() {
    return parts.settings.network();
  }

  @Override
  public String baseTopic() {
    return parts.settings.baseTopic();
  }

  @Override
  public boolean isOnline() {
    return lifecycle.isOnline();
  }

  @Override
  public List<DeviceEntity> devices() {
    return parts.snapshots.devices();
  }

  @Override
  public List<GroupEntity> groups() {
    return parts.snapshots.groups();
  }

  @Override
  public Optional<Entity> entity(String key) {
    return parts.entities.find(key).flatMap(parts.snapshots::of);
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> request(
      String path, Map<String, ? extends @Nullable Object> parameters) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(parameters);
    return onEventThread(() -> parts.requests.request(path, copy));
  }

  @Override
  public CompletionStage<CommandResult> set(
      String name, Map<String, ? extends @Nullable Object> payload) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(payload);
    return onEventThread(() -> parts.commands.set(name, copy));
  }

  @Override
  public CompletionStage<CommandResult> get(
      String name, Map<String, ? extends @Nullable Object> payload) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(payload);
    return onEventThread(() -> parts.commands.get(name, copy));
  }

  private <T> CompletionStage<T> onEventThread(Supplier<CompletionStage<T>> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(
        () ->
            call.get()
                .whenComplete(
                    (value, fault) -> {
                      if (fault == null) {
                        result.complete(value);
                      } else {
                        result.completeExceptionally(
                            new BridgeException(Faults.message(fault), Faults.cause(fault)));
                      }
                    }));
    return result;
  }

  @Override
  public void publishState(Entity entity, Map<String, ? extends @Nullable Object> partialState) {
    EntityKey key =
        entity instanceof GroupEntity group
            ? new EntityKey.Group(group.group().id())
            : new EntityKey.Device(((DeviceEntity) entity).node().ieeeAddress());
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(partialState);
    execute(() -> parts.publisher.publish(key, copy, PublishReason.EXTENSION));
  }

  @Override
  public void publish(String topic, String payload, PublishOptions options) {
    execute(() -> parts.outbox.publish(topic, payload, options));
  }

  @Override
  public Subscription listen(BridgeListener listener) {
    return parts.extensions.listen(listener);
  }

  @Override
  public Subscription addHook(StateHook hook) {
    return parts.extensions.addHook(hook);
  }

  @Override
  public Subscription serve(String path, RequestHandler handler) {
    return parts.requests.serve(path, handler);
  }

  @Override
  public void execute(Runnable task) {
    parts.network.execute(task);
  }
}
