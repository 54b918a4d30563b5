package org.waggle.device.api.trait;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Calibration;
import org.waggle.device.api.expose.Expose;

/** What traits expose together. */
final class TraitExposes {

  private static final Optional<String> ACTION = Optional.of("action");

  private TraitExposes() {}

  /** The exposes of all traits; actions are put together, at the end. */
  static List<Expose> of(List<Trait> traits, Map<String, @Nullable Object> options) {
    List<Expose> exposes = new ArrayList<>();
    Set<String> actions = new LinkedHashSet<>();
    boolean hasActions = false;
    for (Trait trait : traits) {
      for (Expose expose : trait.exposes(options)) {
        if (expose.name().equals(ACTION)) {
          expose.values().forEach(action -> actions.add(String.valueOf(action)));
          hasActions = true;
        } else {
          exposes.add(expose);
        }
      }
    }
    if (hasActions) {
      exposes.add(ActionTrait.expose(List.copyOf(actions)));
    }
    return exposes;
  }

  /**
   * The traits' own, those of calibration, those of encoders, those of decoders; each name once.
   */
  static List<Expose> options(List<Trait> traits) {
    List<Expose> options = new ArrayList<>();
    traits.forEach(trait -> options.addAll(trait.options()));
    Set<String> names = new HashSet<>();
    options.forEach(option -> names.add(option.name().orElse("")));
    List<Expose> calibrations = Calibration.options(of(traits, Map.of()), names);
    options.addAll(calibrations);
    calibrations.forEach(option -> names.add(option.name().orElse("")));
    Stream.concat(
            traits.stream().flatMap(t -> t.encoders().stream()).map(KeyEncoder::options),
            traits.stream().flatMap(t -> t.decoders().stream()).map(Decoder::options))
        .flatMap(List::stream)
        .filter(option -> names.add(option.name().orElse("")))
        .forEach(options::add);
    return options;
  }

  /** The properties of the state that an expose is about. */
  static List<String> properties(Expose expose) {
    boolean gathers = expose.property().isEmpty();
    return gathers
        ? expose.features().stream().flatMap(f -> f.property().stream()).distinct().toList()
        : expose.property().stream().toList();
  }
}
