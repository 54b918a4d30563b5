package org.waggle.device.api.sheet;

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
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;
import org.waggle.device.api.trait.Traits;

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
 * @param fingerprints what it is recognized by
 * @param version of what is configured: {@code 0.0.N}
 */
public record DeviceSheet(
    String vendor,
    String model,
    String description,
    Source source,
    List<Fingerprint> fingerprints,
    Traits traits,
    boolean supportsOta,
    String version)
    implements DeviceDefinition {

  /**
   * @throws IllegalArgumentException if it would match nothing or expose nothing, a property twice,
   *     or one of an endpoint that has no name. What was generated is not checked: it is what the
   *     device says.
   */
  public DeviceSheet {
    fingerprints = List.copyOf(fingerprints);
    if (source != Source.GENERATED) {
      check(vendor + " " + model, fingerprints, traits);
    }
  }

  private static void check(String name, List<Fingerprint> fingerprints, Traits traits) {
    if (fingerprints.isEmpty()) {
      throw new IllegalArgumentException(name + " matches nothing");
    }
    if (traits.all().isEmpty()) {
      throw new IllegalArgumentException(name + " has no trait");
    }
    Set<String> properties = new HashSet<>();
    for (String property : traits.properties()) {
      if (!properties.add(property)) {
        throw new IllegalArgumentException(name + " exposes " + property + " twice");
      }
    }
    for (Trait trait : traits.all()) {
      for (String endpoint : trait.scope().names()) {
        if (!traits.endpointNames().containsKey(endpoint)) {
          throw new IllegalArgumentException(name + " has no endpoint " + endpoint);
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
      List<Fingerprint> fingerprints,
      Map<String, Integer> endpointNames) {

    public Draft describedAs(String description) {
      return new Draft(vendor, model, description, fingerprints, endpointNames);
    }

    /** Recognized by its model identifier alone. */
    public Draft matching(String modelId) {
      return matching(new Fingerprint(Optional.empty(), modelId, device -> true));
    }

    /** Recognized by manufacturer name and model identifier. */
    public Draft matching(String manufacturerName, String modelId) {
      return matching(manufacturerName, modelId, device -> true);
    }

    /** Recognized by manufacturer name, model identifier and something more. */
    public Draft matching(
        String manufacturerName, String modelId, Predicate<DeviceIdentity> filter) {
      return matching(new Fingerprint(Optional.of(manufacturerName), modelId, filter));
    }

    private Draft matching(Fingerprint fingerprint) {
      List<Fingerprint> more =
          Stream.concat(fingerprints.stream(), Stream.of(fingerprint)).toList();
      return new Draft(vendor, model, description, more, endpointNames);
    }

    /** Names an endpoint. */
    public Draft withEndpoint(String name, int id) {
      Map<String, Integer> more = new LinkedHashMap<>(endpointNames);
      more.put(name, id);
      return new Draft(vendor, model, description, fingerprints, more);
    }

    /** Completes the sheet. */
    public DeviceSheet exposing(TraitSource... traits) {
      return new DeviceSheet(
          vendor,
          model,
          description,
          Source.NATIVE,
          fingerprints,
          new Traits(Stream.of(traits).map(TraitSource::trait).toList(), endpointNames),
          false,
          "0.0.0");
    }
  }

  /** The same for a device that takes firmware over the air. */
  public DeviceSheet updatable() {
    return new DeviceSheet(vendor, model, description, source, fingerprints, traits, true, version);
  }

  @Override
  public Optional<Specificity> matches(DeviceIdentity device) {
    return fingerprints.stream()
        .flatMap(fingerprint -> fingerprint.matches(device).stream())
        .max(Comparator.naturalOrder());
  }

  @Override
  public List<Expose> exposes(DeviceIdentity device, Map<String, @Nullable Object> options) {
    return traits.exposes(options);
  }

  @Override
  public List<Expose> options() {
    return traits.options();
  }

  @Override
  public Map<String, Integer> endpointNames(DeviceIdentity device) {
    return traits.endpointNames();
  }

  @Override
  public Map<String, Object> meta() {
    return traits.meta();
  }

  @Override
  public boolean runsInPlace() {
    return true;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> decode(
      DeviceMessage message, Device device) {
    return CompletableFuture.completedFuture(traits.decode(message, device));
  }

  @Override
  public Optional<Encoder> encoder(String key, Optional<String> endpoint) {
    return traits.encoder(key, endpoint).or(() -> GenericKeys.encoder(key));
  }

  @Override
  public CompletionStage<Void> configure(Device device) {
    return traits.configure(device);
  }

  @Override
  public boolean isConfigurable() {
    return traits.areConfigurable();
  }
}
