package org.waggle.bridge.state;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.bridge.json.JsonParser;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.json.JsonValues;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * The last state of each entity, by id; on disk at most a second later.
 *
 * <p>Changed on the event thread, read on any: what is handed out never changes.
 */
public final class States {

  private static final String DOCUMENT = "states";
  private static final Duration SAVE_DELAY = Duration.ofMillis(400);

  /** Properties that tell of a moment, or that are of no use later. */
  private static final Set<String> NEVER_CACHED =
      Set.of(
          "action",
          "button",
          "button_left",
          "button_right",
          "forgotten",
          "keyerror",
          "step_size",
          "step_mode",
          "transition_time",
          "group_list",
          "group_capacity",
          "no_occupancy_since",
          "elapsed",
          "from_side",
          "to_side",
          "illuminance_lux");

  private static final SortedMap<String, @Nullable Object> NOTHING = Collections.emptySortedMap();

  private static final Logger LOGGER = LoggerFactory.getLogger(States.class);

  private final ZigbeeNetwork network;
  private final boolean persistent;

  /** Maps that are not changed once they are in here. */
  private final Map<String, SortedMap<String, @Nullable Object>> states = new ConcurrentHashMap<>();

  /** JSON of each state, so that a save costs no more than what changed; for one save at a time. */
  private final Map<String, String> saved = new TreeMap<>();

  private final Set<String> unsaved = ConcurrentHashMap.newKeySet();
  private boolean saving;

  public States(ZigbeeNetwork network, boolean persistent) {
    this.network = network;
    this.persistent = persistent;
  }

  /** Reads what was saved. Blocks. */
  public void load() {
    if (!persistent) {
      return;
    }
    Optional<String> document = network.store().load(DOCUMENT);
    try {
      JsonValues.object(document.isEmpty() ? null : JsonParser.parse(document.get()))
          .forEach(
              (id, state) -> {
                states.put(id, new TreeMap<>(JsonValues.object(state)));
                saved.put(id, JsonText.sorted(state));
              });
    } catch (JsonParser.NotJson e) {
      LOGGER.warn("document '{}' is damaged, states begin empty", DOCUMENT, e);
    }
  }

  public boolean exists(String id) {
    return states.containsKey(id);
  }

  /** What is cached of an entity; empty if nothing is. */
  public Map<String, @Nullable Object> state(String id) {
    return Collections.unmodifiableSortedMap(states.getOrDefault(id, NOTHING));
  }

  /**
   * Merges what is new into an entity's state.
   *
   * @param uncached further properties that are not kept
   * @return all of the state, with what is not kept; may be changed by the caller
   */
  Map<String, @Nullable Object> merge(
      String id, Map<String, ? extends @Nullable Object> update, PropertyFilter uncached) {
    SortedMap<String, @Nullable Object> old = states.getOrDefault(id, NOTHING);
    SortedMap<String, @Nullable Object> merged = new TreeMap<>(old);
    JsonValues.mergeInto(merged, update);
    SortedMap<String, @Nullable Object> kept = kept(merged, update.keySet(), uncached);
    if (!kept.equals(old) || !states.containsKey(id)) {
      states.put(id, kept == merged ? new TreeMap<>(merged) : kept);
      changed(id);
    }
    return merged;
  }

  /** What of a state is kept; what is not is in what is new, unless the filter is. */
  private static SortedMap<String, @Nullable Object> kept(
      SortedMap<String, @Nullable Object> state, Set<String> fresh, PropertyFilter uncached) {
    boolean all = uncached == PropertyFilter.NONE;
    for (String property : fresh) {
      all &= !isNeverCached(property);
    }
    if (all) {
      return state;
    }
    SortedMap<String, @Nullable Object> kept = new TreeMap<>(state);
    kept.keySet().removeIf(key -> isNeverCached(key) || uncached.matches(key));
    return kept;
  }

  public void remove(String id) {
    if (states.remove(id) != null) {
      changed(id);
    }
  }

  private static boolean isNeverCached(String property) {
    return NEVER_CACHED.contains(property) || property.startsWith("action_");
  }

  private void changed(String id) {
    if (!persistent) {
      return;
    }
    unsaved.add(id);
    if (!saving) {
      saving = true;
      network.schedule(SAVE_DELAY, this::flush);
    }
  }

  /** Saves now what was not saved yet; on the event thread. */
  public CompletionStage<Void> flush() {
    saving = false;
    if (unsaved.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return network.store().save(DOCUMENT, this::document);
  }

  /** On the storage thread. */
  private String document() {
    for (String id : Set.copyOf(unsaved)) {
      unsaved.remove(id); // before it is read: what changes later is for the next save
      Map<String, @Nullable Object> state = states.get(id);
      if (state == null) {
        saved.remove(id);
      } else {
        saved.put(id, JsonText.sorted(state));
      }
    }
    StringBuilder document = new StringBuilder("{");
    saved.forEach(
        (id, state) ->
            document
                .append(document.length() == 1 ? "\n\"" : ",\n\"")
                .append(id)
                .append("\":")
                .append(state));
    return document.append("\n}\n").toString();
  }
}
