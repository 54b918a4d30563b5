package org.waggle.bridge.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceEvent;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * Gives each device of the network the definition that serves it. Catalogs may come and go at any
 * time: devices are asked about anew, their messages wait meanwhile.
 *
 * <p>Used on the event thread, but for {@link #serving} and {@link #linkQuality}.
 */
public final class Definitions implements AutoCloseable {

  /** Bundles rarely come alone: one search for all that come together. */
  private static final Duration GATHERING = Duration.ofMillis(100);

  private static final int WORKERS = 4;
  private static final Duration WORK_LIMIT = Duration.ofSeconds(10);

  private final DeviceContext context;
  private final Matching matching;
  private final Workers workers;
  private final Runnable changed;
  private final Map<IeeeAddress, ServedDevice> devices = new ConcurrentHashMap<>();
  private final List<Catalog> catalogs = new ArrayList<>();
  private final Set<DeviceDefinition> quarantine =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Serving> preparing = new LinkedHashSet<>();
  private boolean started;
  private boolean gathering;

  /**
   * @param changed run when devices have got other definitions because catalogs came or went
   */
  public Definitions(DeviceContext context, Runnable changed) {
    this.context = context;
    this.matching = new Matching(context);
    this.workers =
        new Workers(context.network().name(), WORKERS, WORK_LIMIT, context.network()::schedule);
    this.changed = changed;
  }

  /** Looks for the definitions of all nodes; completed when all were looked for. */
  public CompletionStage<Void> start() {
    started = true;
    for (ZigbeeNode node : context.network().nodes()) {
      add(node);
    }
    return resolveAll();
  }

  @Override
  public void close() {
    started = false;
    devices.values().forEach(device -> device.serveWith(null));
    devices.clear();
    workers.close();
  }

  public void add(Catalog catalog) {
    catalogs.add(catalog);
    gather();
  }

  /** Lets go of all that came from a catalog. */
  public void remove(Catalog catalog) {
    catalogs.remove(catalog);
    quarantine.clear();
    context.notes().forgetGroups();
    for (ServedDevice device : devices.values()) {
      if (device.serving().filter(serving -> serving.catalog().equals(catalog)).isPresent()) {
        device.suspend();
        context.notes().forget(device.key().address());
      }
    }
    gather();
  }

  private void gather() {
    if (started && !gathering) {
      gathering = true;
      // Messages of those without a definition wait for the one that may be coming.
      devices.values().stream()
          .filter(device -> device.isInterviewed() && device.serving().isEmpty())
          .forEach(ServedDevice::suspend);
      context
          .network()
          .schedule(
              GATHERING,
              () -> {
                gathering = false;
                if (started) {
                  resolveAll().thenRun(changed);
                }
              });
    }
  }

  private CompletionStage<Void> resolveAll() {
    return CompletableFuture.allOf(
        devices.values().stream()
            .filter(ServedDevice::isInterviewed)
            .map(device -> resolve(device).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }

  /** Makes a node known, interviewed or not. */
  public ServedDevice add(ZigbeeNode node) {
    ServedDevice device =
        devices.computeIfAbsent(
            node.ieeeAddress(),
            address ->
                new ServedDevice(new EntityKey.Device(address), context, node.linkQuality()));
    device.setInterviewed(isInterviewed(node));
    return device;
  }

  private static boolean isInterviewed(ZigbeeNode node) {
    return node.interviewState() == InterviewState.SUCCESSFUL
        || node.interviewState() == InterviewState.FAILED;
  }

  /** Looks for a device's definition anew, as after an interview. */
  public CompletionStage<Void> resolve(ZigbeeNode node) {
    return resolve(add(node));
  }

  /** Completed when no search for a device's definition is going on. */
  public CompletionStage<Void> settled(IeeeAddress address) {
    ServedDevice device = devices.get(address);
    return device == null ? CompletableFuture.completedFuture(null) : device.resolution();
  }

  /** Forgets a device. */
  public void remove(IeeeAddress address) {
    ServedDevice device = devices.remove(address);
    if (device != null) {
      device.serveWith(null);
    }
    context.notes().forget(address);
  }

  /** The definition at work for a device. For any thread. */
  public Optional<Serving> serving(IeeeAddress address) {
    return Optional.ofNullable(devices.get(address)).flatMap(ServedDevice::serving);
  }

  /** Of the message heard last; empty for groups. */
  public OptionalInt linkQuality(EntityKey entity) {
    if (entity instanceof EntityKey.Device device) {
      ServedDevice served = devices.get(device.address());
      return served == null ? OptionalInt.empty() : served.linkQuality();
    }
    return OptionalInt.empty();
  }

  /** Passes a message on to the definition of the device that sent it. */
  public void receive(ZclMessage message) {
    ServedDevice device = devices.get(message.node());
    if (device != null) {
      device.receive(message);
    }
  }

  /** Tells a device's definition what happened. */
  public void tell(IeeeAddress address, DeviceEvent event) {
    serving(address).ifPresent(serving -> serving.tell(event));
  }

  /** Asks a device's definition anew what it exposes; completed when it said so. */
  public CompletionStage<Void> refresh(IeeeAddress address) {
    return serving(address)
        .<CompletionStage<Void>>map(
            serving -> serving.refresh().handle((facts, fault) -> (@Nullable Void) null))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private CompletionStage<Void> resolve(ServedDevice device) {
    Optional<ZigbeeNode> node = context.network().node(device.key().address());
    if (node.isEmpty() || !device.isInterviewed()) {
      device.resume();
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    int number = device.beginResolution(done);
    matching
        .find(node.get(), List.copyOf(catalogs), definition -> !quarantine.contains(definition))
        .thenCompose(found -> prepare(device, node.get(), found, number))
        .whenComplete(
            (nothing, fault) -> {
              done.complete(null);
              if (device.isNewest(number)) {
                device.resume();
              }
            });
    return done;
  }

  /** Puts what was found to work, once it has said what it is. */
  private CompletionStage<Void> prepare(
      ServedDevice device, ZigbeeNode node, Optional<Candidate> found, int number) {
    if (!device.isNewest(number) || !devices.containsKey(device.key().address())) {
      return CompletableFuture.completedFuture(null);
    }
    if (found.isEmpty()) {
      device.serveWith(null);
      return CompletableFuture.completedFuture(null);
    }
    Optional<Serving> same =
        device
            .serving()
            .filter(
                serving ->
                    serving.definition() == found.get().definition()
                        && serving.catalog().equals(found.get().catalog()));
    Serving next =
        same.orElseGet(
            () ->
                new Serving(
                    found.get().definition(),
                    found.get().catalog(),
                    node,
                    context,
                    runner(found.get().definition())));
    preparing.add(next);
    return next.refresh()
        .handle((facts, fault) -> fault)
        .thenCompose(
            fault -> {
              preparing.remove(next);
              if (fault != null) {
                return replace(device, next, fault);
              }
              install(device, next, same.isPresent(), number);
              return CompletableFuture.completedFuture(null);
            });
  }

  private void install(ServedDevice device, Serving next, boolean same, int number) {
    if (device.isNewest(number) && devices.containsKey(device.key().address())) {
      device.serveWith(next);
      if (!same) {
        next.tell(DeviceEvent.START);
      }
    } else if (!same) {
      next.end();
    }
  }

  /** Another definition for a device whose best one cannot even say what it is. */
  private CompletionStage<Void> replace(ServedDevice device, Serving failed, Throwable fault) {
    context.log().fault("Definition '" + failed.definition().getClass() + "' failed", fault);
    quarantine.add(failed.definition());
    failed.end();
    device.suspend();
    return resolve(device);
  }

  private Runner runner(DeviceDefinition definition) {
    return definition.runsInPlace()
        ? Runner.IN_PLACE
        : new SerialRunner(workers, () -> context.network().execute(() -> quarantine(definition)));
  }

  /** Takes a definition that hangs from all its devices, until its catalog changed. */
  private void quarantine(DeviceDefinition definition) {
    if (!quarantine.add(definition)) {
      return;
    }
    context
        .log()
        .error(
            "Definition '"
                + definition.getClass().getName()
                + "' took too long and is not used any more");
    for (Serving serving : List.copyOf(preparing)) {
      if (serving.definition() == definition) {
        serving.end();
      }
    }
    for (ServedDevice device : devices.values()) {
      if (device.serving().filter(serving -> serving.definition() == definition).isPresent()) {
        device.suspend();
        resolve(device).thenRun(changed);
      }
    }
  }
}
