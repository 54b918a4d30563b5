package org.waggle.device.api.trait;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.generic.GenericKeys;

/**
 * A device, described by its traits.
 *
 * <pre>{@code
 * device("SONOFF", "SNZB-02D")
 *     .describedAs("Temperature and humidity sensor with screen")
 *     .matching("SONOFF", "SNZB-02D")
 *     .exposing(temperature(), humidity(), battery())
 * }</pre>
 *
 * @param marks what it is recognized by
 * @param endpointNames endpoints whose names end properties
 */
public record DeviceSheet(
    String vendor,
    String model,
    String description,
    Source source,
    List<Mark> marks,
    List<Trait> traits,
    Map<String, Integer> endpointNames,
    boolean supportsOta,
    String version)
    implements DeviceDefinition {

  /**
   * @throws IllegalArgumentException if it would match nothing or expose nothing, or a property
   *     twice
   */
  public DeviceSheet {
    marks = List.copyOf(marks);
    traits = List.copyOf(traits);
    endpointNames = Collections.unmodifiableMap(new LinkedHashMap<>(endpointNames));
    if (source != Source.GENERATED) {
      check(vendor + " " + model, marks, traits);
    }
  }

  private static void check(String name, List<Mark> marks, List<Trait> traits) {
    if (marks.isEmpty()) {
      throw new IllegalArgumentException(name + " matches nothing");
    }
    if (traits.isEmpty()) {
      throw new IllegalArgumentException(name + " has no trait");
    }
    Set<String> properties = new HashSet<>();
    for (Expose expose : SheetExposes.of(traits, Map.of())) {
      for (String property : SheetExposes.properties(expose)) {
        if (!properties.add(property)) {
          throw new IllegalArgumentException(name + " exposes " + property + " twice");
        }
      }
    }
  }

  /** Begins the description of a device. */
  public static Draft device(String vendor, String model) {
    return new Draft(vendor, model, "", List.of(), Map.of());
  }

  /** A sheet that says too little yet. */
  public record Draft(
      String vendor,
      String model,
      String description,
      List<Mark> marks,
      Map<String, Integer> endpointNames) {

    public Draft describedAs(String description) {
      return new Draft(vendor, model, description, marks, endpointNames);
    }

    /** Recognized by its model identifier alone. */
    public Draft matching(String modelId) {
      return matching(new Mark(Optional.empty(), modelId, device -> true));
    }

    /** Recognized by manufacturer name and model identifier. */
    public Draft matching(String manufacturerName, String modelId) {
      return matching(manufacturerName, modelId, device -> true);
    }

    /** Recognized by manufacturer name, model identifier and something more. */
    public Draft matching(
        String manufacturerName, String modelId, Predicate<DeviceIdentity> filter) {
      return matching(new Mark(Optional.of(manufacturerName), modelId, filter));
    }

    private Draft matching(Mark mark) {
      List<Mark> more = Stream.concat(marks.stream(), Stream.of(mark)).toList();
      return new Draft(vendor, model, description, more, endpointNames);
    }

    /** Names an endpoint. */
    public Draft withEndpoint(String name, int id) {
      Map<String, Integer> more = new LinkedHashMap<>(endpointNames);
      more.put(name, id);
      return new Draft(vendor, model, description, marks, more);
    }

    /** Completes the sheet. */
    public DeviceSheet exposing(TraitSource... traits) {
      return new DeviceSheet(
          vendor,
          model,
          description,
          Source.NATIVE,
          marks,
          Stream.of(traits).map(TraitSource::trait).toList(),
          endpointNames,
          false,
          "0.0.0");
    }
  }

  /** The same for a device that takes firmware over the air. */
  public DeviceSheet updatable() {
    return new DeviceSheet(
        vendor, model, description, source, marks, traits, endpointNames, true, version);
  }

  @Override
  public Optional<Specificity> matches(DeviceIdentity device) {
    return marks.stream()
        .flatMap(mark -> mark.matches(device).stream())
        .max(Comparator.naturalOrder());
  }

  @Override
  public List<Expose> exposes(DeviceIdentity device, Map<String, @Nullable Object> options) {
    return SheetExposes.of(traits, options);
  }

  @Override
  public List<Expose> options() {
    return SheetExposes.options(traits);
  }

  @Override
  public Map<String, Integer> endpointNames(DeviceIdentity device) {
    return endpointNames;
  }

  @Override
  public Map<String, Object> meta() {
    Map<String, Object> meta = new LinkedHashMap<>();
    traits.forEach(trait -> meta.putAll(trait.meta()));
    return meta;
  }

  @Override
  public boolean runsInPlace() {
    return true;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> decode(
      DeviceMessage message, Device device) {
    return CompletableFuture.completedFuture(
        new Incoming(message, device, endpointNames).decode(traits));
  }

  @Override
  public Optional<Encoder> encoder(String key, Optional<String> endpoint) {
    return GenericKeys.encoder(key)
        .or(
            () ->
                traits.stream()
                    .flatMap(trait -> trait.encoders().stream())
                    .filter(encoder -> encoder.serves(key, endpoint))
                    .findFirst());
  }

  @Override
  public CompletionStage<Void> configure(Device device) {
    List<Step> steps = traits.stream().flatMap(trait -> trait.steps().stream()).toList();
    return Step.all(steps).run(new Setup(device, endpointNames));
  }

  @Override
  public boolean isConfigurable() {
    return traits.stream().anyMatch(trait -> !trait.steps().isEmpty());
  }
}
