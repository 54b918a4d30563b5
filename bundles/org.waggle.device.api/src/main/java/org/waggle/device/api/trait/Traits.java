package org.waggle.device.api.trait;

import java.util.Collections;
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

/**
 * All traits of a device, taken together.
 *
 * @param endpointNames endpoints whose names end properties, in order
 */
public record Traits(List<Trait> all, Map<String, Integer> endpointNames) {

  public Traits {
    all = List.copyOf(all);
    endpointNames = Collections.unmodifiableMap(new LinkedHashMap<>(endpointNames));
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
    Map<String, Object> meta = new LinkedHashMap<>();
    all.forEach(trait -> meta.putAll(trait.meta()));
    return meta;
  }

  /** What a message tells them, endpoint suffixes included; empty if nothing. */
  public Map<String, @Nullable Object> decode(DeviceMessage message, Device device) {
    return new Incoming(message, device, endpointNames).decode(all);
  }

  /**
   * What sets and gets a key, of the first trait that has it.
   *
   * @param key without endpoint suffix
   * @param endpoint name of the endpoint that is addressed, if any
   */
  public Optional<Encoder> encoder(String key, Optional<String> endpoint) {
    return all.stream()
        .flatMap(trait -> trait.encoders().stream())
        .filter(encoder -> encoder.serves(key, endpoint))
        .map(Encoder.class::cast)
        .findFirst();
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
