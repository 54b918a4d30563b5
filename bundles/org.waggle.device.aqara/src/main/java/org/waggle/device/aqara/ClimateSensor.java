package org.waggle.device.aqara;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.Reception;
import org.waggle.device.api.trait.Trait;

/**
 * The traits of the sensors for temperature, humidity and pressure. They report on their own, both
 * in the usual clusters and in their struct, and are never asked for anything.
 */
final class ClimateSensor {

  private static final Attribute TEMPERATURE =
      Attribute.of("msTemperatureMeasurement", "measuredValue");
  private static final Attribute HUMIDITY = Attribute.of("msRelativeHumidity", "measuredValue");
  private static final Attribute PRESSURE = Attribute.of("msPressureMeasurement", "measuredValue");
  private static final Attribute SCALED_PRESSURE =
      Attribute.of("msPressureMeasurement", "scaledValue");
  private static final Attribute PRESSURE_SCALE = Attribute.of("msPressureMeasurement", "scale");

  private static final int TEMPERATURE_TAG = 0x64;
  private static final int HUMIDITY_TAG = 0x65;
  private static final int PRESSURE_TAG = 0x66;

  private static final BigDecimal COLDEST = BigDecimal.valueOf(-65);
  private static final BigDecimal HOTTEST = BigDecimal.valueOf(65);
  private static final BigDecimal SATURATED = BigDecimal.valueOf(100);

  private ClimateSensor() {}

  static Trait temperature() {
    return CompositeTrait.exposing(
            Expose.numeric("temperature", Access.STATE)
                .withUnit("°C")
                .withDescription("Measured temperature value"))
        .decodedBy(
            hundredths("msTemperatureMeasurement", TEMPERATURE, ClimateSensor::temperature),
            XiaomiStruct.decoder(TEMPERATURE_TAG, raw -> temperature(raw.movePointLeft(2))));
  }

  /** Now and then it claims to freeze or boil. */
  private static Map<String, @Nullable Object> temperature(BigDecimal celsius) {
    return celsius.compareTo(COLDEST) > 0 && celsius.compareTo(HOTTEST) < 0
        ? Map.of("temperature", Numbers.of(celsius))
        : Map.of();
  }

  static Trait humidity() {
    return CompositeTrait.exposing(
            Expose.numeric("humidity", Access.STATE)
                .withUnit("%")
                .withDescription("Measured relative humidity"))
        .decodedBy(
            hundredths("msRelativeHumidity", HUMIDITY, ClimateSensor::humidity),
            XiaomiStruct.decoder(HUMIDITY_TAG, raw -> humidity(raw.movePointLeft(2))));
  }

  private static Map<String, @Nullable Object> humidity(BigDecimal percent) {
    return percent.signum() >= 0 && percent.compareTo(SATURATED) <= 0
        ? Map.of("humidity", Numbers.of(percent))
        : Map.of();
  }

  private static Decoder hundredths(
      String cluster,
      Attribute attribute,
      Function<BigDecimal, Map<String, @Nullable Object>> decode) {
    return Decoder.ofAttributes(
        cluster,
        (reception, attributes) -> {
          Map<String, @Nullable Object> nothing = Map.of();
          return attributes
              .number(attribute)
              .map(raw -> decode.apply(raw.movePointLeft(2)))
              .orElse(nothing);
        });
  }

  /** The measured value is in hPa already; the scaled one, in Pa, is finer. */
  static Trait pressure() {
    return CompositeTrait.exposing(
            Expose.numeric("pressure", Access.STATE)
                .withUnit("hPa")
                .withDescription("The measured atmospheric pressure"))
        .decodedBy(
            Decoder.ofAttributes(
                "msPressureMeasurement",
                (reception, attributes) ->
                    attributes
                        .number(SCALED_PRESSURE)
                        .map(scaled -> scaled.movePointLeft(scale(reception) + 2))
                        .or(() -> attributes.number(PRESSURE))
                        .map(ClimateSensor::pressure)
                        .orElse(Map.of())),
            XiaomiStruct.decoder(PRESSURE_TAG, raw -> pressure(raw.movePointLeft(2))));
  }

  private static int scale(Reception reception) {
    return reception
        .known(PRESSURE_SCALE)
        .flatMap(value -> value.decimal().map(BigDecimal::intValue))
        .orElse(0);
  }

  private static Map<String, @Nullable Object> pressure(BigDecimal hectopascals) {
    return Map.of("pressure", Numbers.of(hectopascals));
  }
}
