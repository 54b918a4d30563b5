package org.waggle.bridge.device;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.NodeAmendment;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/** A node of the network, for the definition that serves it. For the thread it runs on. */
final class NetworkDevice implements Device {

  private final EntityKey.Device key;
  private final DeviceContext context;
  private final Runner runner;
  private final Supplier<Optional<DeviceDefinition>> definition;
  private final Map<String, Subscription> tasks = new ConcurrentHashMap<>();
  private volatile ZigbeeNode node;
  private volatile DeviceIdentity identity;
  private volatile boolean closed;

  NetworkDevice(
      ZigbeeNode node,
      DeviceContext context,
      Runner runner,
      Supplier<Optional<DeviceDefinition>> definition) {
    this.key = new EntityKey.Device(node.ieeeAddress());
    this.context = context;
    this.runner = runner;
    this.definition = definition;
    this.node = node;
    this.identity = Identities.of(node);
  }

  @Override
  public DeviceIdentity identity() {
    node();
    return identity;
  }

  /** As known now; as known last when it left. */
  private ZigbeeNode node() {
    ZigbeeNode known = node;
    ZigbeeNode now = context.network().node(address()).orElse(known);
    if (now != known) {
      if (!Identities.same(now, known)) {
        identity = Identities.of(now);
      }
      node = now;
    }
    return now;
  }

  private IeeeAddress address() {
    return key.address();
  }

  @Override
  public Optional<DeviceDefinition> definition() {
    return definition.get();
  }

  @Override
  public Optional<DeviceEndpoint> endpoint(int id) {
    return node().endpoint(id).map(this::endpoint);
  }

  @Override
  public List<DeviceEndpoint> endpoints() {
    return node().endpoints().stream().map(this::endpoint).toList();
  }

  private DeviceEndpoint endpoint(ZigbeeEndpoint endpoint) {
    return new NetworkEndpoint(
        this, new EndpointAddress(address(), endpoint.id()), context, runner);
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return context.states().state(key.id());
  }

  @Override
  public Map<String, @Nullable Object> options() {
    return context.names().options(key);
  }

  @Override
  public void publish(Map<String, @Nullable Object> partialState) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(partialState);
    context
        .network()
        .execute(
            () -> {
              if (!closed) {
                context.publish().accept(key, copy);
              }
            });
  }

  @Override
  public void schedule(String taskKey, Duration delay, Runnable task) {
    if (closed) {
      return;
    }
    Subscription scheduled =
        context
            .network()
            .schedule(
                delay,
                () -> {
                  tasks.remove(taskKey);
                  runner.execute(() -> run(task));
                });
    Subscription replaced = tasks.put(taskKey, scheduled);
    if (replaced != null) {
      replaced.close();
    }
  }

  private void run(Runnable task) {
    if (closed) {
      return;
    }
    try {
      task.run();
    } catch (RuntimeException | LinkageError e) {
      // The code of a definition, of whatever quality: its fault costs this task only.
      context
          .log()
          .fault("Task of the definition of '" + context.names().name(key) + "' failed", e);
    }
  }

  @Override
  public void cancel(String taskKey) {
    Subscription scheduled = tasks.remove(taskKey);
    if (scheduled != null) {
      scheduled.close();
    }
  }

  @Override
  public void correctPowerSource(int powerSource) {
    context.network().amend(address(), new NodeAmendment(OptionalInt.of(powerSource)));
  }

  @Override
  public @Nullable Object recall(String memoryKey) {
    return context.memory().recall(address(), memoryKey);
  }

  @Override
  public void remember(String memoryKey, @Nullable Object value) {
    context.memory().remember(address(), memoryKey, value);
  }

  /** Ends what the definition has begun. */
  void close() {
    closed = true;
    tasks.values().forEach(Subscription::close);
    tasks.clear();
  }
}
