package org.waggle.bridge.feature;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.device.DeviceMemory;
import org.waggle.bridge.device.Snapshots;
import org.waggle.bridge.entity.Entities;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.extension.Extensions;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.publication.EventTopic;
import org.waggle.bridge.publication.Lists;
import org.waggle.device.api.DeviceEvent;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * Follows the network: devices that join, are interviewed, announce themselves, speak and leave.
 * Used on the event thread.
 */
public final class Membership implements NetworkListener {

  /** Configuring a device changes it many times: one list for all. */
  private static final Duration GATHERING = Duration.ofMillis(200);

  private final ZigbeeNetwork network;
  private final Entities entities;
  private final Definitions definitions;
  private final DeviceMemory memory;
  private final Configure configure;
  private final Snapshots snapshots;
  private final Extensions extensions;
  private final EventTopic events;
  private final Lists lists;
  private final BridgeLog log;

  /** Devices that leave because the user wants it: nobody needs to be told. */
  private final Set<IeeeAddress> beingRemoved = new HashSet<>();

  /** Devices that are interviewed because the user wants it: what is told of it is told there. */
  private final Set<IeeeAddress> onRequest = new HashSet<>();

  private Optional<IeeeAddress> lastJoined = Optional.empty();
  private boolean listing;

  public Membership(
      ZigbeeNetwork network,
      Entities entities,
      Definitions definitions,
      DeviceMemory memory,
      Configure configure,
      Snapshots snapshots,
      Extensions extensions,
      EventTopic events,
      Lists lists,
      BridgeLog log) {
    this.network = network;
    this.entities = entities;
    this.definitions = definitions;
    this.memory = memory;
    this.configure = configure;
    this.snapshots = snapshots;
    this.extensions = extensions;
    this.events = events;
    this.lists = lists;
    this.log = log;
  }

  /** The device that joined last since the start. */
  public Optional<IeeeAddress> lastJoined() {
    return lastJoined;
  }

  @Override
  public void joined(ZigbeeNode node) {
    IeeeAddress device = node.ieeeAddress();
    if (entities.isBlocked(device)) {
      log.info("Rejecting joining device which is on blocklist '" + device + "'");
      removeQuietly(device, false)
          .whenComplete((done, fault) -> network.execute(() -> beingRemoved.remove(device)));
      return;
    }
    lastJoined = Optional.of(device);
    register(node);
    configure.joined(device);
    log.info("Device '" + name(device) + "' joined");
    lists.devices().publish();
    events.joined(device);
    definitions.tell(device, DeviceEvent.JOINED);
  }

  private void register(ZigbeeNode node) {
    definitions.add(node);
    if (entities.ensure(node.ieeeAddress())) {
      entities.save();
    }
    tellChanged(node.ieeeAddress());
  }

  @Override
  public void interviewed(ZigbeeNode node) {
    IeeeAddress device = node.ieeeAddress();
    if (beingRemoved.contains(device)) {
      return;
    }
    register(node);
    switch (node.interviewState()) {
      case IN_PROGRESS -> {
        if (!onRequest.contains(device)) {
          log.info("Starting interview of '" + name(device) + "'");
        }
        lists.devices().publish();
        events.interviewStarted(device);
      }
      case SUCCESSFUL -> definitions.resolve(node).thenRun(() -> succeeded(device));
      case FAILED -> definitions.resolve(node).thenRun(() -> failed(device));
      case PENDING -> lists.devices().publish();
    }
  }

  private void succeeded(IeeeAddress device) {
    Optional<ZigbeeNode> node = network.node(device);
    if (node.isEmpty()) {
      return;
    }
    if (!onRequest.contains(device)) {
      log.info(
          "Successfully interviewed '" + name(device) + "', device has successfully been paired");
      tellWhatItIs(node.get());
    }
    lists.devices().publish();
    events.interviewed(node.get());
    tellChanged(device);
    definitions.tell(device, DeviceEvent.INTERVIEWED);
    configure.heard(device);
  }

  private void tellWhatItIs(ZigbeeNode node) {
    Optional<DefinitionSummary> definition =
        definitions
            .serving(node.ieeeAddress())
            .map(serving -> serving.facts().summary())
            .filter(summary -> !summary.isGenerated());
    String name = name(node.ieeeAddress());
    if (definition.isPresent()) {
      log.info(
          "Device '%s' is supported, identified as: %s %s (%s)"
              .formatted(
                  name,
                  definition.get().vendor(),
                  definition.get().description(),
                  definition.get().model()));
    } else {
      log.warning(
          "Device '%s' with Zigbee model '%s' and manufacturer name '%s' is NOT supported"
              .formatted(
                  name,
                  node.basic().modelId().orElse("undefined"),
                  node.basic().manufacturerName().orElse("undefined")));
    }
  }

  private void failed(IeeeAddress device) {
    if (!onRequest.contains(device)) {
      log.error(
          "Failed to interview '" + name(device) + "', device has not successfully been paired");
    }
    lists.devices().publish();
    events.interviewFailed(device);
    tellChanged(device);
    configure.heard(device);
  }

  @Override
  public void announced(ZigbeeNode node) {
    IeeeAddress device = node.ieeeAddress();
    log.debug("Device '" + name(device) + "' announced itself");
    lists.devices().publish();
    events.announced(device);
    definitions.tell(device, DeviceEvent.ANNOUNCED);
    configure.heard(device);
  }

  @Override
  public void left(IeeeAddress device) {
    definitions.remove(device);
    memory.forget(device);
    configure.forget(device);
    if (beingRemoved.contains(device)) {
      return;
    }
    log.warning("Device '" + name(device) + "' left the network");
    lists.groups().publish();
    lists.devices().publish();
    events.left(device);
    extensions.tell(listener -> listener.removed(device.toString(), name(device)));
  }

  /**
   * Removes a device without telling that it left.
   *
   * @param force whether it is only forgotten
   */
  public CompletionStage<Void> removeQuietly(IeeeAddress device, boolean force) {
    beingRemoved.add(device);
    return network.remove(device, force);
  }

  /** Interviews a device anew; completes when it is known, as far as it can be, what it is. */
  public CompletionStage<Void> interviewOnRequest(IeeeAddress device) {
    onRequest.add(device);
    CompletableFuture<Void> over = new CompletableFuture<>();
    network
        .interview(device)
        .thenCompose(node -> definitions.settled(device))
        .whenComplete(
            (done, fault) ->
                // After what hears of the interview's end.
                network.execute(
                    () -> {
                      onRequest.remove(device);
                      if (fault == null) {
                        over.complete(null);
                      } else {
                        over.completeExceptionally(fault);
                      }
                    }));
    return over;
  }

  /** A removal is over, whatever came of it. */
  public void removalEnded(IeeeAddress device) {
    beingRemoved.remove(device);
  }

  @Override
  public void addressChanged(ZigbeeNode node) {
    log.debug("Device '" + name(node.ieeeAddress()) + "' changed network address");
    lists.devices().publish();
  }

  @Override
  public void nodeChanged(ZigbeeNode node) {
    if (!listing) {
      listing = true;
      network.schedule(
          GATHERING,
          () -> {
            listing = false;
            lists.devices().publish();
          });
    }
    tellChanged(node.ieeeAddress());
  }

  @Override
  public void groupsChanged() {
    if (extensions.hasListeners()) {
      snapshots
          .groups()
          .forEach(group -> extensions.tell(listener -> listener.groupChanged(group)));
    }
  }

  @Override
  public void joinWindowChanged() {
    lists.info().publish();
  }

  @Override
  public void received(ZclMessage message) {
    definitions.receive(message);
    configure.heard(message.node());
  }

  @Override
  public void heard(ZigbeeNode node) {
    configure.heard(node.ieeeAddress());
  }

  private void tellChanged(IeeeAddress device) {
    if (extensions.hasListeners()) {
      network
          .node(device)
          .map(snapshots::of)
          .ifPresent(entity -> extensions.tell(listener -> listener.deviceChanged(entity)));
    }
  }

  private String name(IeeeAddress device) {
    return entities.name(new EntityKey.Device(device));
  }
}
