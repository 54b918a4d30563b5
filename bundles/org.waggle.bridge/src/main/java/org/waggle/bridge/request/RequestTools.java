package org.waggle.bridge.request;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.device.Endpoints;
import org.waggle.bridge.device.Snapshots;
import org.waggle.bridge.entity.Entities;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.Present;
import org.waggle.bridge.extension.Extensions;
import org.waggle.bridge.feature.Configure;
import org.waggle.bridge.feature.Membership;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.bridge.networkmap.NetworkMap;
import org.waggle.bridge.publication.Lists;
import org.waggle.bridge.publication.RestartRequired;
import org.waggle.bridge.state.StatePublisher;
import org.waggle.bridge.state.States;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** What requests are carried out with. */
public record RequestTools(
    ZigbeeNetwork network,
    Entities entities,
    Present present,
    States states,
    StatePublisher publisher,
    Definitions definitions,
    Endpoints endpoints,
    Snapshots snapshots,
    Extensions extensions,
    Membership membership,
    Configure configure,
    Lists lists,
    NetworkMap networkMap,
    RestartRequired restartRequired,
    Outbox outbox,
    BridgeLog log) {

  Lookup lookup() {
    return new Lookup(present);
  }

  /** Saves names and options; completes on the event thread when they are on disk. */
  CompletionStage<Void> saveEntities() {
    CompletableFuture<Void> saved = new CompletableFuture<>();
    entities
        .save()
        .whenComplete(
            (done, fault) ->
                network.execute(
                    () -> {
                      if (fault == null) {
                        saved.complete(null);
                      } else {
                        saved.completeExceptionally(fault);
                      }
                    }));
    return saved;
  }

  /** What an entity is called; the coordinator has a name too. */
  String name(EntityKey entity) {
    return entities.name(entity);
  }
}
