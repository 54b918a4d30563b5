package org.waggle.bridge.feature;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.device.DeviceMemory;
import org.waggle.bridge.device.Serving;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.log.Faults;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * Configures devices: once per version of their definition, routers at the start, others when they
 * are heard. Used on the event thread.
 */
public final class Configure {

  /** Between routers at the start, so that they leave room for other traffic. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** A definition with this version is never the reason to configure a device again. */
  private static final String UNVERSIONED = "0.0.0";

  private static final int MOST_ATTEMPTS = 3;

  private final ZigbeeNetwork network;
  private final EntityNames names;
  private final Definitions definitions;
  private final DeviceMemory memory;
  private final BridgeLog log;
  private final Consumer<IeeeAddress> configured;
  private final Set<IeeeAddress> underWay = new HashSet<>();
  private final Map<IeeeAddress, Integer> failures = new HashMap<>();
  private final Deque<IeeeAddress> routers = new ArrayDeque<>();
  private @Nullable Subscription nextRouter;

  /**
   * @param configured told of devices that were configured, once that is on disk
   */
  public Configure(
      ZigbeeNetwork network,
      EntityNames names,
      Definitions definitions,
      DeviceMemory memory,
      BridgeLog log,
      Consumer<IeeeAddress> configured) {
    this.network = network;
    this.names = names;
    this.definitions = definitions;
    this.memory = memory;
    this.log = log;
    this.configured = configured;
  }

  /** Configures the routers that are not, one after the other. */
  public void start() {
    network.nodes().stream()
        .filter(node -> node.type() == NodeType.ROUTER)
        .map(ZigbeeNode::ieeeAddress)
        .forEach(routers::add);
    scheduleRouter();
  }

  public void stop() {
    routers.clear();
    if (nextRouter != null) {
      nextRouter.close();
    }
  }

  private void scheduleRouter() {
    if (!routers.isEmpty()) {
      nextRouter =
          network.schedule(
              PAUSE,
              () -> {
                ifDue(routers.remove()).whenComplete((done, fault) -> scheduleRouter());
              });
    }
  }

  /** A device joined: what was configured before is lost. */
  public void joined(IeeeAddress device) {
    memory.setConfiguredBy(device, null);
    failures.remove(device);
  }

  /** A device is awake. */
  public void heard(IeeeAddress device) {
    if (isDue(device)) {
      ifDue(device);
    }
  }

  /** A device is gone. */
  public void forget(IeeeAddress device) {
    failures.remove(device);
  }

  /** Whether a device's definition has something to configure. */
  public boolean isConfigurable(IeeeAddress device) {
    return definitions
        .serving(device)
        .filter(serving -> serving.facts().configurable())
        .isPresent();
  }

  /** Configures a device however often that failed; fails as the definition does. */
  public CompletionStage<Void> now(IeeeAddress device) {
    return definitions
        .serving(device)
        .filter(serving -> !underWay.contains(device))
        .map(serving -> configure(device, serving))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private CompletionStage<Void> ifDue(IeeeAddress device) {
    return isDue(device) ? now(device) : CompletableFuture.completedFuture(null);
  }

  private boolean isDue(IeeeAddress device) {
    if (underWay.contains(device) || failures.getOrDefault(device, 0) >= MOST_ATTEMPTS) {
      return false;
    }
    Optional<Serving> serving = definitions.serving(device);
    if (serving.isEmpty() || !serving.get().facts().configurable()) {
      return false;
    }
    Optional<String> last = memory.configuredBy(device);
    String version = serving.get().facts().version();
    boolean stale = last.isEmpty() || !(version.equals(UNVERSIONED) || version.equals(last.get()));
    return stale && isInterviewed(device) && !isDisabled(device);
  }

  private boolean isInterviewed(IeeeAddress device) {
    return network
        .node(device)
        .map(ZigbeeNode::interviewState)
        .filter(state -> state == InterviewState.SUCCESSFUL || state == InterviewState.FAILED)
        .isPresent();
  }

  private boolean isDisabled(IeeeAddress device) {
    return Boolean.TRUE.equals(names.options(new EntityKey.Device(device)).get("disabled"));
  }

  private CompletionStage<Void> configure(IeeeAddress device, Serving serving) {
    String name = names.name(new EntityKey.Device(device));
    String version = serving.facts().version();
    underWay.add(device);
    log.info("Configuring '" + name + "'");
    return serving
        .configure()
        .thenCompose(
            done -> {
              failures.remove(device);
              log.info("Successfully configured '" + name + "' (definition v" + version + ")");
              return memory.setConfiguredBy(device, version);
            })
        .whenComplete(
            (done, fault) ->
                network.execute(
                    () -> {
                      underWay.remove(device);
                      if (fault == null) {
                        configured.accept(device);
                      } else {
                        failed(device, name, fault);
                      }
                    }));
  }

  private void failed(IeeeAddress device, String name, Throwable fault) {
    int attempt = failures.merge(device, 1, Integer::sum);
    log.error(
        "Failed to configure '"
            + name
            + "', attempt "
            + attempt
            + " ("
            + Faults.asError(fault)
            + ")");
  }
}
