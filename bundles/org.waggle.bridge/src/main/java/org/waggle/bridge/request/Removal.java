package org.waggle.bridge.request;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.log.Faults;
import org.waggle.bridge.request.Lookup.Kind;

/** What removing a device and removing a group have in common. */
final class Removal {

  private final RequestTools tools;
  private final Kind kind;
  private final EntityKey entity;
  private final String name;
  private final String how;

  /**
   * @param how in brackets, for the log; empty if nothing was said
   */
  Removal(RequestTools tools, Kind kind, EntityKey entity, String how) {
    this.tools = tools;
    this.kind = kind;
    this.entity = entity;
    this.name = tools.name(entity);
    this.how = how;
  }

  /** What a request without an object says it is about. */
  static String plainId(Object payload) {
    if (payload instanceof String text) {
      return text.strip();
    }
    throw new BridgeException("message.trim is not a function");
  }

  String told() {
    return kind + " '" + name + "'" + how;
  }

  /**
   * Forgets all about the entity once it is off the network.
   *
   * @param offNetwork completed on the event thread
   * @param keepRecord whether name and options stay
   */
  CompletionStage<Void> after(CompletionStage<Void> offNetwork, boolean keepRecord) {
    CompletableFuture<Void> removed = new CompletableFuture<>();
    offNetwork
        .thenCompose(
            done -> {
              if (!keepRecord) {
                tools.entities().remove(entity);
              }
              return tools.saveEntities();
            })
        .thenAccept(saved -> forget())
        .whenComplete(
            (done, fault) -> {
              if (fault == null) {
                removed.complete(null);
              } else {
                removed.completeExceptionally(failure(fault));
              }
            });
    return removed;
  }

  private BridgeException failure(Throwable fault) {
    return new BridgeException(
        "Failed to remove " + told() + " (" + Faults.asError(fault) + ")", Faults.cause(fault));
  }

  private void forget() {
    tools.extensions().tell(listener -> listener.removed(entity.id(), name));
    tools.states().remove(entity.id());
    tools.publisher().optionsChanged(entity);
    tools.outbox().publish(name, "", PublishOptions.RETAINED);
    tools.log().info("Successfully removed " + told());
    tools.lists().groups().publish();
    if (kind == Kind.DEVICE) {
      tools.lists().devices().publish();
    }
  }
}
