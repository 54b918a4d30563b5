package org.waggle.device.api.sensing;

import static org.waggle.device.api.trait.NumericTrait.numeric;
import static org.waggle.device.api.trait.Reporting.HOUR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.NumericTrait;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * Lux. The attribute holds {@code 10000 * log10(lux) + 1}; users may want to see that too, with the
 * option {@code illuminance_raw}.
 */
public record Illuminance(Scope scope) implements TraitSource {

  private static final String RAW = "illuminance_raw";
  private static final Attribute MEASURED_VALUE =
      Attribute.of("msIlluminanceMeasurement", "measuredValue");

  public static Illuminance illuminance() {
    return new Illuminance(Scope.ALL);
  }

  public Illuminance at(Scope scope) {
    return new Illuminance(scope);
  }

  @Override
  public Trait trait() {
    NumericTrait lux =
        numeric("illuminance", MEASURED_VALUE)
            .describedAs("Measured illuminance")
            .in("lx")
            .scaled(Illuminance::lux, UnaryOperator.identity())
            .reported(10, HOUR, 5)
            .at(scope);
    return new CompositeTrait(
        scope,
        options -> exposes(lux, options),
        List.of(),
        List.of(lux.decoders().get(0), rawDecoder()),
        lux.encoders(),
        lux.steps(),
        Map.of());
  }

  private static BigDecimal lux(BigDecimal raw) {
    return BigDecimal.valueOf(Math.pow(10, (raw.doubleValue() - 1) / 10_000));
  }

  private static List<Expose> exposes(NumericTrait lux, Map<String, @Nullable Object> options) {
    List<Expose> exposes = new ArrayList<>(lux.exposes(options));
    if (Boolean.TRUE.equals(options.get(RAW))) {
      exposes.add(Expose.numeric(RAW, Access.STATE).withDescription("Raw measured illuminance"));
    }
    return exposes;
  }

  private static Decoder rawDecoder() {
    return Decoder.ofAttributes(
        "msIlluminanceMeasurement",
        (reception, attributes) -> {
          Map<String, @Nullable Object> nothing = Map.of();
          return reception.isOn(RAW)
              ? attributes
                  .number(MEASURED_VALUE)
                  .map(raw -> Map.<String, @Nullable Object>of(RAW, Numbers.of(raw)))
                  .orElse(nothing)
              : nothing;
        },
        Expose.binary(RAW, Access.SET, true, false)
            .withDescription("Expose the raw illuminance value."));
  }
}
