package org.waggle.device.aqara;

import java.math.BigDecimal;
import java.util.Map;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;

/** What the devices tell of their battery and of themselves, all in their struct. */
final class CoinCell {

  private static final int VOLTAGE_TAG = 0x01;
  private static final int DEVICE_TEMPERATURE_TAG = 0x03;
  private static final int POWER_OUTAGE_TAG = 0x05;
  private static final int BATTERY = 3;

  private CoinCell() {}

  /**
   * What is left of the battery, in between two voltages.
   *
   * @param empty millivolts
   * @param full millivolts
   */
  static Trait battery(int empty, int full) {
    return CompositeTrait.exposing(
            Expose.numeric("battery", Access.STATE)
                .withUnit("%")
                .withDescription("Remaining battery in %, can take up to 24 hours before reported")
                .withRange(0, 100)
                .withCategory("diagnostic"))
        .decodedBy(
            XiaomiStruct.decoder(
                VOLTAGE_TAG,
                millivolts -> Map.of("battery", Numbers.of(percentage(millivolts, empty, full)))))
        .configuredBy(
            setup -> {
              setup.device().correctPowerSource(BATTERY);
              return Step.done();
            });
  }

  private static long percentage(BigDecimal millivolts, int empty, int full) {
    double within = Math.min(full, Math.max(empty, millivolts.doubleValue()));
    return Math.round(100 * ((within - empty) / (full - empty)));
  }

  static Trait voltage() {
    return CompositeTrait.exposing(
            Expose.numeric("voltage", Access.STATE)
                .withUnit("mV")
                .withDescription("Voltage of the battery in millivolts")
                .withCategory("diagnostic"))
        .decodedBy(
            XiaomiStruct.decoder(
                VOLTAGE_TAG, millivolts -> Map.of("voltage", Numbers.of(millivolts))));
  }

  /** Published though not exposed. */
  static Trait health() {
    return CompositeTrait.exposing()
        .decodedBy(
            XiaomiStruct.decoder(
                DEVICE_TEMPERATURE_TAG,
                celsius -> Map.of("device_temperature", Numbers.of(celsius))),
            XiaomiStruct.decoder(
                POWER_OUTAGE_TAG,
                starts ->
                    Map.of("power_outage_count", Numbers.of(starts.subtract(BigDecimal.ONE)))));
  }
}
