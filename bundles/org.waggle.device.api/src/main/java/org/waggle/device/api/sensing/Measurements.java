package org.waggle.device.api.sensing;

import static org.waggle.device.api.trait.NumericTrait.numeric;
import static org.waggle.device.api.trait.Reporting.HOUR;

import java.math.BigDecimal;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.NumericTrait;

/** What the clusters for measurement hold (ZCL chapter 4), reported at least every hour. */
public final class Measurements {

  private static final int SECONDS = 10;
  private static final String MEASURED_VALUE = "measuredValue";

  private Measurements() {}

  /** °C. */
  public static NumericTrait temperature() {
    return hundredths("temperature", "msTemperatureMeasurement", "°C")
        .describedAs("Measured temperature value");
  }

  /** Percent, relative. */
  public static NumericTrait humidity() {
    return hundredths("humidity", "msRelativeHumidity", "%")
        .describedAs("Measured relative humidity");
  }

  /** Percent. */
  public static NumericTrait soilMoisture() {
    return hundredths("soil_moisture", "msSoilMoisture", "%")
        .describedAs("Measured soil moisture value");
  }

  /** kPa. */
  public static NumericTrait pressure() {
    return numeric("pressure", Attribute.of("msPressureMeasurement", MEASURED_VALUE))
        .describedAs("The measured atmospheric pressure")
        .in("kPa")
        .decimals(1)
        .reported(SECONDS, HOUR, 50);
  }

  /** m³/h. */
  public static NumericTrait flow() {
    return numeric("flow", Attribute.of("msFlowMeasurement", MEASURED_VALUE))
        .describedAs("Measured water flow")
        .in("m³/h")
        .decimals(1)
        .reported(SECONDS, HOUR, 10);
  }

  /** Parts per million; the attribute holds parts. */
  public static NumericTrait co2() {
    return numeric("co2", Attribute.of("msCO2", MEASURED_VALUE))
        .labelled("CO2")
        .describedAs("Measured value")
        .in("ppm")
        .decimals(-6)
        .reported(SECONDS, HOUR, new BigDecimal("0.00005"));
  }

  /** µg/m³. */
  public static NumericTrait pm25() {
    return numeric("pm25", Attribute.of("pm25Measurement", MEASURED_VALUE))
        .describedAs("Measured PM2.5 (particulate matter) concentration")
        .in("µg/m³")
        .reported(SECONDS, HOUR, 1);
  }

  /** °C inside the device; not reported, as the specification has it. */
  public static NumericTrait deviceTemperature() {
    return numeric("device_temperature", Attribute.of("genDeviceTempCfg", "currentTemperature"))
        .describedAs("Temperature of the device")
        .in("°C")
        .accessible(Access.STATE_GET)
        .diagnostic();
  }

  private static NumericTrait hundredths(String name, String cluster, String unit) {
    return numeric(name, Attribute.of(cluster, MEASURED_VALUE))
        .in(unit)
        .decimals(2)
        .reported(SECONDS, HOUR, 100);
  }
}
