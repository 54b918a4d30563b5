package org.waggle.device.api.trait;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.expose.Expose;

/** All traits of a device, taken together. Immutable. */
public final class Traits {

  private final List<Trait> all;
  private final Map<String, Integer> endpointNames;

  /** Made when the first message comes: of most definitions none ever does. */
  private volatile @Nullable Map<Integer, List<Listener>> listeners;

  /** Made when it is first asked for. */
  private volatile @Nullable Map<String, Object> meta;

  /** A decoder and the trait it is of. */
  record Listener(Trait trait, Decoder decoder) {}

  /**
   * @param endpointNames endpoints whose names end properties, in order
   */
  public Traits(List<Trait> all, Map<String, Integer> endpointNames) {
    this.all = List.copyOf(all);
    this.endpointNames = Collections.unmodifiableMap(new LinkedHashMap<>(endpointNames));
  }

  public List<Trait> all() {
    return all;
  }

  /** Endpoints whose names end properties, in order. */
  public Map<String, Integer> endpointNames() {
    return endpointNames;
  }

  /** What they expose, in their order; actions are put together, at the end. */
  public List<Expose> exposes(Map<String, @Nullable Object> options) {
    return TraitExposes.of(all, options);
  }

  /** The options that they obey; each name once. */
  public List<Expose> options() {
    return TraitExposes.options(all);
  }

  /**
   * The properties of the state that they expose without any options; a name that two expose,
   * twice.
   */
  public List<String> properties() {
    return exposes(Map.of()).stream()
        .flatMap(expose -> TraitExposes.properties(expose).stream())
        .toList();
  }

  /** Their part of {@link org.waggle.device.api.DeviceDefinition#meta}. */
  public Map<String, Object> meta() {
    Map<String, Object> known = meta;
    if (known == null) {
      Map<String, Object> all = new LinkedHashMap<>();
      this.all.forEach(trait -> all.putAll(trait.meta()));
      known = Collections.unmodifiableMap(all);
      meta = known;
    }
    return known;
  }

  /** What a message tells them, endpoint suffixes included; empty if nothing. */
  public Map<String, @Nullable Object> decode(DeviceMessage message, Device device) {
    List<Listener> concerned = listeners().get(message.clusterId());
    return concerned == null
        ? Map.of()
        : new Incoming(message, device, endpointNames).decode(concerned);
  }

  /** By the cluster that they are about. */
  private Map<Integer, List<Listener>> listeners() {
    Map<Integer, List<Listener>> known = listeners;
    if (known == null) {
      known = new HashMap<>();
      for (Trait trait : all) {
        for (Decoder decoder : trait.decoders()) {
          known
              .computeIfAbsent(decoder.clusterId(), id -> new ArrayList<>())
              .add(new Listener(trait, decoder));
        }
      }
      listeners = known;
    }
    return known;
  }

  /**
   * What sets and gets a key, of the first trait that has it.
   *
   * @param key without endpoint suffix
   * @param endpoint name of the endpoint that is addressed, if any
   */
  public Optional<Encoder> encoder(String key, Optional<String> endpoint) {
    for (Trait trait : all) {
      for (KeyEncoder encoder : trait.encoders()) {
        if (encoder.serves(key, endpoint)) {
          return Optional.of(encoder);
        }
      }
    }
    return Optional.empty();
  }

  /** Takes the steps of all traits, one after the other. Fails as soon as one fails. */
  public CompletionStage<Void> configure(Device device) {
    List<Step> steps = all.stream().flatMap(trait -> trait.steps().stream()).toList();
    return Step.all(steps).run(new Setup(device, endpointNames));
  }

  /** Whether {@link #configure} does anything. */
  public boolean areConfigurable() {
    return all.stream().anyMatch(trait -> !trait.steps().isEmpty());
  }
}
