package org.waggle.device.api.sensing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Reception;
import org.waggle.zcl.ZclValue;

/**
 * A quantity that a meter has in an attribute.
 *
 * @param property of the state
 * @param change that is worth a report, in the unit of the property
 */
record MeterReading(
    String property, Attribute attribute, Optional<Factor> factor, BigDecimal change) {

  /** Two attributes that say by what others are to be multiplied and divided. */
  record Factor(Attribute multiplier, Attribute divisor) {

    static final Factor METERING =
        new Factor(Attribute.of("seMetering", "multiplier"), Attribute.of("seMetering", "divisor"));

    static Factor electrical(String quantity) {
      return new Factor(
          Attribute.of(CLUSTER, quantity + "Multiplier"),
          Attribute.of(CLUSTER, quantity + "Divisor"));
    }

    /** The number the device means, if it has said by what to multiply and divide. */
    Optional<BigDecimal> apply(BigDecimal raw, Reception reception) {
      OptionalLong times = positive(reception.known(multiplier));
      OptionalLong by = positive(reception.known(divisor));
      return times.isPresent() && by.isPresent()
          ? Optional.of(Numbers.scale(raw, times.getAsLong(), by.getAsLong()))
          : Optional.empty();
    }

    private static OptionalLong positive(Optional<ZclValue> value) {
      return value.isPresent() && value.get().value() instanceof Long number && number != 0
          ? OptionalLong.of(number)
          : OptionalLong.empty();
    }
  }

  private static final String CLUSTER = "haElectricalMeasurement";
  private static final Factor AC_POWER = Factor.electrical("acPower");
  private static final Factor AC_CURRENT = Factor.electrical("acCurrent");
  private static final Factor AC_VOLTAGE = Factor.electrical("acVoltage");

  /** What is configured of alternating current: 5 W, 50 mA, 5 V. */
  static final List<MeterReading> ALTERNATING =
      List.of(
          of("power", "activePower", AC_POWER, "5"),
          of("current", "rmsCurrent", AC_CURRENT, "0.05"),
          of("voltage", "rmsVoltage", AC_VOLTAGE, "5"));

  /** What is configured of direct current: 100 mW, 100 mV, 100 mA. */
  static final List<MeterReading> DIRECT =
      List.of(
          of("power", "dcPower", Factor.electrical("dcPower"), "0.1"),
          of("voltage", "dcVoltage", Factor.electrical("dcVoltage"), "0.1"),
          of("current", "dcCurrent", Factor.electrical("dcCurrent"), "0.1"));

  /** 5 W. */
  static final MeterReading DEMAND = metering("power", "instantaneousDemand", "0.005");

  /** 100 Wh. */
  static final MeterReading ENERGY = metering("energy", "currentSummDelivered", "0.1");

  /** All that Electrical Measurement may tell. */
  static final List<MeterReading> ELECTRICAL =
      List.of(
          of("power", "activePower", AC_POWER, "0"),
          of("power_phase_b", "activePowerPhB", AC_POWER, "0"),
          of("power_phase_c", "activePowerPhC", AC_POWER, "0"),
          of("power_apparent", "apparentPower", AC_POWER, "0"),
          of("power_apparent_phase_b", "apparentPowerPhB", AC_POWER, "0"),
          of("power_apparent_phase_c", "apparentPowerPhC", AC_POWER, "0"),
          of("power_reactive", "reactivePower", AC_POWER, "0"),
          of("power_reactive_phase_b", "reactivePowerPhB", AC_POWER, "0"),
          of("power_reactive_phase_c", "reactivePowerPhC", AC_POWER, "0"),
          of("current", "rmsCurrent", AC_CURRENT, "0"),
          of("current_phase_b", "rmsCurrentPhB", AC_CURRENT, "0"),
          of("current_phase_c", "rmsCurrentPhC", AC_CURRENT, "0"),
          of("current_neutral", "neutralCurrent", AC_CURRENT, "0"),
          of("voltage", "rmsVoltage", AC_VOLTAGE, "0"),
          of("voltage_phase_b", "rmsVoltagePhB", AC_VOLTAGE, "0"),
          of("voltage_phase_c", "rmsVoltagePhC", AC_VOLTAGE, "0"),
          of("ac_frequency", "acFrequency", Factor.electrical("acFrequency"), "0"),
          of("power", "dcPower", Factor.electrical("dcPower"), "0"),
          of("current", "dcCurrent", Factor.electrical("dcCurrent"), "0"),
          of("voltage", "dcVoltage", Factor.electrical("dcVoltage"), "0"));

  static final Map<String, Attribute> POWER_FACTORS =
      Map.of(
          "power_factor", Attribute.of(CLUSTER, "powerFactor"),
          "power_factor_phase_b", Attribute.of(CLUSTER, "powerFactorPhB"),
          "power_factor_phase_c", Attribute.of(CLUSTER, "powerFactorPhC"));

  /** The sums that Metering may tell. */
  static final Map<String, Attribute> SUMS = sums();

  private static Map<String, Attribute> sums() {
    Map<String, Attribute> sums = new LinkedHashMap<>();
    sums.put("energy", Attribute.of("seMetering", "currentSummDelivered"));
    sums.put("produced_energy", Attribute.of("seMetering", "currentSummReceived"));
    for (int tier = 1; tier <= 4; tier++) {
      sums.put(
          "energy_tier_" + tier,
          Attribute.of("seMetering", "currentTier" + tier + "SummDelivered"));
    }
    for (int tier = 1; tier <= 2; tier++) {
      sums.put(
          "produced_energy_tier_" + tier,
          Attribute.of("seMetering", "currentTier" + tier + "SummReceived"));
    }
    return Map.copyOf(sums);
  }

  private static MeterReading of(String property, String attribute, Factor factor, String change) {
    return new MeterReading(
        property, Attribute.of(CLUSTER, attribute), Optional.of(factor), new BigDecimal(change));
  }

  private static MeterReading metering(String property, String attribute, String change) {
    return new MeterReading(
        property,
        Attribute.of("seMetering", attribute),
        Optional.of(Factor.METERING),
        new BigDecimal(change));
  }

  boolean isElectrical() {
    return attribute.clusterId() == Attribute.of(CLUSTER, "activePower").clusterId();
  }
}
