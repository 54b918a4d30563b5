package org.waggle.bridge.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.extension.Extensions;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.mqtt.Outbox;

/**
 * The way of a state to MQTT: merged with what is cached, link quality added, changed by hooks,
 * filtered, published on the entity's topic. Used on the event thread.
 */
public final class StatePublisher {

  /** Hears of a change before it is published. */
  @FunctionalInterface
  public interface ChangeListener {

    void changed(EntityKey entity, Map<String, @Nullable Object> update, PublishReason reason);
  }

  private final States states;
  private final EntityNames names;
  private final Outbox outbox;
  private final Extensions extensions;
  private final Function<EntityKey, OptionalInt> linkQuality;
  private final Function<EntityKey, Optional<Entity>> snapshot;
  private final boolean mergeCached;
  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<EntityKey, PublishRules> rules = new HashMap<>();

  /**
   * @param linkQuality last known of a device
   * @param snapshot of an entity, for extensions
   * @param mergeCached whether messages have all of the state or only what is new
   */
  public StatePublisher(
      States states,
      EntityNames names,
      Outbox outbox,
      Extensions extensions,
      Function<EntityKey, OptionalInt> linkQuality,
      Function<EntityKey, Optional<Entity>> snapshot,
      boolean mergeCached) {
    this.states = states;
    this.names = names;
    this.outbox = outbox;
    this.extensions = extensions;
    this.linkQuality = linkQuality;
    this.snapshot = snapshot;
    this.mergeCached = mergeCached;
  }

  public void listen(ChangeListener listener) {
    listeners.add(listener);
  }

  /** What an entity's options say about publishing. */
  public PublishRules rules(EntityKey entity) {
    return rules.computeIfAbsent(entity, key -> PublishRules.of(names.options(key)));
  }

  /** Forgets what was derived from an entity's options. */
  public void optionsChanged(EntityKey entity) {
    rules.remove(entity);
  }

  /** Publishes an entity's state after merging what is new into it. */
  public void publish(
      EntityKey entity, Map<String, @Nullable Object> update, PublishReason reason) {
    PublishRules entityRules = rules(entity);
    Map<String, @Nullable Object> merged =
        states.merge(entity.id(), update, entityRules.uncached());
    for (ChangeListener listener : listeners) {
      listener.changed(entity, update, reason);
    }
    Map<String, @Nullable Object> message = mergeCached ? merged : new LinkedHashMap<>(update);
    OptionalInt quality = linkQuality.apply(entity);
    if (quality.isPresent()) {
      message.put("linkquality", quality.getAsInt());
    }
    if (extensions.hasHooks()) {
      snapshot.apply(entity).ifPresent(changed -> extensions.change(changed, message));
    }
    entityRules.unpublished().removeFrom(message);
    if (!message.isEmpty()) {
      outbox.publish(names.name(entity), JsonText.sorted(message), entityRules.options());
    }
    if (extensions.hasListeners()) {
      snapshot
          .apply(entity)
          .ifPresent(
              published ->
                  extensions.tell(
                      listener -> listener.published(published, update, message, reason)));
    }
  }
}
