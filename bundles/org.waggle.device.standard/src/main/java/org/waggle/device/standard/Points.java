package org.waggle.device.standard;

import static org.waggle.device.api.trait.BinaryTrait.binary;
import static org.waggle.device.api.trait.NumericTrait.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.BinaryTrait;
import org.waggle.device.api.trait.NumericTrait;
import org.waggle.device.api.trait.Reporting;
import org.waggle.device.api.trait.Trait;
import org.waggle.zcl.ZclValue;

/** Inputs and outputs of controllers (ZCL 3.14), which say themselves what they are. */
final class Points {

  /**
   * A kind of point.
   *
   * @param cluster that holds it
   * @param name of one that does not say what it is
   * @param words for the description
   */
  private record Kind(String cluster, String name, String words, boolean output) {

    Attribute attribute(String attribute) {
      return Attribute.of(cluster, attribute);
    }
  }

  private static final Kind BINARY_INPUT =
      new Kind("genBinaryInput", "binary_input", "Binary Input", false);
  private static final Kind BINARY_OUTPUT =
      new Kind("genBinaryOutput", "binary_output", "Binary Output", true);
  private static final Kind ANALOG_INPUT =
      new Kind("genAnalogInput", "analog_input", "Analog Input", false);
  private static final Kind ANALOG_OUTPUT =
      new Kind("genAnalogOutput", "analog_output", "Analog Output", true);

  private Points() {}

  static CompletionStage<List<Trait>> binaryInput(Sample sample) {
    return each(sample, endpoint -> binaryPoint(sample, endpoint, BINARY_INPUT));
  }

  static CompletionStage<List<Trait>> binaryOutput(Sample sample) {
    return each(sample, endpoint -> binaryPoint(sample, endpoint, BINARY_OUTPUT));
  }

  static CompletionStage<List<Trait>> analogInput(Sample sample) {
    return each(sample, endpoint -> analogPoint(sample, endpoint, ANALOG_INPUT));
  }

  static CompletionStage<List<Trait>> analogOutput(Sample sample) {
    return each(sample, endpoint -> analogPoint(sample, endpoint, ANALOG_OUTPUT));
  }

  private static CompletionStage<List<Trait>> each(
      Sample sample, Function<Endpoint, CompletionStage<Trait>> point) {
    List<Trait> traits = new ArrayList<>();
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Endpoint endpoint : sample.endpoints()) {
      all = all.thenCompose(ignored -> point.apply(endpoint)).thenAccept(traits::add);
    }
    return all.thenApply(ignored -> traits);
  }

  private static CompletionStage<Trait> binaryPoint(Sample sample, Endpoint endpoint, Kind kind) {
    return sample
        .value(endpoint, kind.attribute("description"))
        .thenApply(
            said -> {
              String title = title(sample, endpoint, kind, said);
              BinaryTrait trait =
                  binary(
                          identifier(title),
                          kind.attribute("presentValue"),
                          new BinaryTrait.State("ON", 1),
                          new BinaryTrait.State("OFF", 0))
                      .describedAs(description(endpoint, kind, title))
                      .reported(0, Reporting.LONGEST)
                      .at(sample.scope(endpoint));
              BinaryTrait labelled = said.isPresent() ? trait.labelled(title) : trait;
              return kind.output ? labelled.settable() : labelled;
            });
  }

  private static CompletionStage<Trait> analogPoint(Sample sample, Endpoint endpoint, Kind kind) {
    return sample
        .value(endpoint, kind.attribute("description"))
        .thenCompose(
            said -> {
              String title = title(sample, endpoint, kind, said);
              NumericTrait trait =
                  numeric(identifier(title), kind.attribute("presentValue"))
                      .describedAs(description(endpoint, kind, title))
                      .reported(0, Reporting.LONGEST, 1)
                      .at(sample.scope(endpoint));
              NumericTrait labelled = said.isPresent() ? trait.labelled(title) : trait;
              return detailed(
                  sample, endpoint, kind, kind.output ? labelled.accessible(Access.ALL) : labelled);
            });
  }

  private static CompletionStage<Trait> detailed(
      Sample sample, Endpoint endpoint, Kind kind, NumericTrait trait) {
    return unit(sample, endpoint, kind)
        .thenApply(unit -> unit.map(trait::in).orElse(trait))
        .thenCompose(t -> bounded(sample, endpoint, kind, "minPresentValue", "value_min", t))
        .thenCompose(t -> bounded(sample, endpoint, kind, "maxPresentValue", "value_max", t))
        .thenCompose(t -> bounded(sample, endpoint, kind, "resolution", "value_step", t))
        .thenApply(Trait.class::cast);
  }

  private static CompletionStage<NumericTrait> bounded(
      Sample sample,
      Endpoint endpoint,
      Kind kind,
      String attribute,
      String bound,
      NumericTrait trait) {
    return sample
        .value(endpoint, kind.attribute(attribute))
        .thenApply(
            value ->
                value
                    .flatMap(ZclValue::decimal)
                    .map(number -> trait.with(bound, Numbers.of(number)))
                    .orElse(trait));
  }

  /** By the application type, if that tells, else by the engineering units. */
  private static CompletionStage<Optional<String>> unit(
      Sample sample, Endpoint endpoint, Kind kind) {
    return sample
        .integer(endpoint, kind.attribute("applicationType"), -1)
        .thenCompose(
            type -> {
              Optional<String> unit = type < 0 ? Optional.empty() : Units.ofApplicationType(type);
              return unit.isPresent()
                  ? CompletableFuture.completedFuture(unit)
                  : sample
                      .integer(endpoint, kind.attribute("engineeringUnits"), -1)
                      .thenApply(Units::ofBacnet);
            });
  }

  private static String title(
      Sample sample, Endpoint endpoint, Kind kind, Optional<ZclValue> said) {
    return said.flatMap(ZclValue::text)
        .orElse(sample.onlyFirst() ? kind.name + "_" + endpoint.id() : kind.name);
  }

  private static String identifier(String title) {
    return title.replaceAll("\\s+", "_").toLowerCase(Locale.ROOT);
  }

  private static String description(Endpoint endpoint, Kind kind, String title) {
    return "%s %s on endpoint %d".formatted(kind.words, title, endpoint.id());
  }
}
