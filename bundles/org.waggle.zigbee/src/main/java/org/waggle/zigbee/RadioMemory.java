package org.waggle.zigbee;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.DocumentStore;

/**
 * What is remembered of a network's coordinator: where it was found, so that the next start does
 * not probe, and which address it had. On the event thread only.
 */
final class RadioMemory {

  private static final Logger LOG = LoggerFactory.getLogger(RadioMemory.class);

  private static final String DOCUMENT = "radio";

  /**
   * Where the coordinator was found.
   *
   * @param configured what the configuration said of port and adapter then
   * @param stableId of a stick; empty for what has none
   * @param adapter the family
   * @param baudRate empty for the adapter's default
   */
  record Place(
      String configured,
      Optional<String> stableId,
      String adapter,
      OptionalInt baudRate,
      FlowControl flowControl) {}

  private final DocumentStore store;
  private @Nullable Place place;
  private Optional<IeeeAddress> coordinator = Optional.empty();
  private final Set<IeeeAddress> formerCoordinators = new LinkedHashSet<>();
  private final Set<IeeeAddress> outdated = new LinkedHashSet<>();

  RadioMemory(DocumentStore store) {
    this.store = store;
  }

  /** Reads what was saved. Blocks. */
  void load() {
    store.load(DOCUMENT).ifPresent(this::read);
  }

  /** Where the coordinator was found, if the configuration is still the same. */
  Optional<Place> place(String configured) {
    return Optional.ofNullable(place).filter(known -> known.configured.equals(configured));
  }

  void place(Place found) {
    if (!found.equals(place)) {
      place = found;
      save();
    }
  }

  /** What was found there does not work: it is to be found anew. */
  void forgetPlace() {
    if (place != null) {
      place = null;
      save();
    }
  }

  /** The coordinator's address when the network was up last. */
  Optional<IeeeAddress> coordinator() {
    return coordinator;
  }

  /** The coordinator has this address from now on, and these nodes know another one. */
  void coordinator(IeeeAddress address, Set<IeeeAddress> nodes) {
    if (coordinator.filter(address::equals).isEmpty()) {
      coordinator.ifPresent(formerCoordinators::add);
      formerCoordinators.remove(address);
      coordinator = Optional.of(address);
      outdated.addAll(nodes);
      save();
    }
  }

  boolean isFormerCoordinator(IeeeAddress address) {
    return formerCoordinators.contains(address);
  }

  /** The nodes that do not know the coordinator's new address yet. */
  Set<IeeeAddress> outdated() {
    return Set.copyOf(outdated);
  }

  void updated(IeeeAddress node) {
    if (outdated.remove(node)) {
      save();
    }
  }

  private void read(String document) {
    try {
      JsonObject json = JsonParser.parseString(document).getAsJsonObject();
      if (json.get("place") instanceof JsonObject found) {
        place =
            new Place(
                found.get("configured").getAsString(),
                Optional.ofNullable(found.get("stable_id")).map(JsonElement::getAsString),
                found.get("adapter").getAsString(),
                NodeCodec.number(found, "baud_rate"),
                FlowControl.valueOf(
                    found.get("flow_control").getAsString().toUpperCase(Locale.ROOT)));
      }
      coordinator = Optional.ofNullable(json.get("coordinator")).map(NodeCodec::address);
      addresses(json, "former_coordinators", formerCoordinators);
      addresses(json, "outdated", outdated);
    } catch (RuntimeException e) { // whatever is wrong with it: all of it can be found out again
      LOG.error("What is stored of the radio cannot be read and is left out: {}", document, e);
    }
  }

  private static void addresses(JsonObject json, String key, Set<IeeeAddress> into) {
    if (json.get(key) instanceof JsonArray list) {
      list.forEach(address -> into.add(NodeCodec.address(address)));
    }
  }

  private void save() {
    JsonObject json = new JsonObject();
    Place known = place;
    if (known != null) {
      JsonObject found = new JsonObject();
      found.addProperty("configured", known.configured);
      known.stableId.ifPresent(id -> found.addProperty("stable_id", id));
      found.addProperty("adapter", known.adapter);
      known.baudRate.ifPresent(rate -> found.addProperty("baud_rate", rate));
      found.addProperty("flow_control", known.flowControl.name().toLowerCase(Locale.ROOT));
      json.add("place", found);
    }
    coordinator.ifPresent(address -> json.addProperty("coordinator", address.toString()));
    json.add("former_coordinators", list(formerCoordinators));
    json.add("outdated", list(outdated));
    store
        .save(DOCUMENT, json.toString())
        .exceptionally(
            failure -> {
              LOG.debug("Not saved: {}", Failures.text(failure)); // the store said it
              return null;
            });
  }

  private static JsonArray list(Set<IeeeAddress> addresses) {
    JsonArray list = new JsonArray();
    addresses.forEach(address -> list.add(address.toString()));
    return list;
  }
}
