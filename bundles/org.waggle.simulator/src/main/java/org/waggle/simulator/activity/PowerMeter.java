package org.waggle.simulator.activity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.VirtualEndpoint;

/**
 * What a socket measures: power only while it is on, and the energy that adds up.
 *
 * @param watts that whatever is plugged in takes
 * @param every how often the device looks
 */
public record PowerMeter(double watts, Duration every) {

  private static final int ON_OFF_CLUSTER = 0x0006;
  private static final int METERING = 0x0702;
  private static final int ELECTRICAL_MEASUREMENT = 0x0B04;
  private static final double VOLTS = 230;

  private static final int SUMMATION = 0x0000;
  private static final int METERING_MULTIPLIER = 0x0301;
  private static final int METERING_DIVISOR = 0x0302;
  private static final int INSTANTANEOUS_DEMAND = 0x0400;

  private static final int RMS_VOLTAGE = 0x0505;
  private static final int RMS_CURRENT = 0x0508;
  private static final int ACTIVE_POWER = 0x050B;
  private static final int VOLTAGE_MULTIPLIER = 0x0600;

  /** Begins; the simulator's end is the meter's end. */
  public void start(VirtualEndpoint endpoint) {
    double[] unmetered = {0};
    endpoint
        .scheduler()
        .scheduleAtFixedRate(
            () -> measure(endpoint, unmetered),
            every.toNanos(),
            every.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private void measure(VirtualEndpoint endpoint, double[] unmetered) {
    boolean on = endpoint.cluster(ON_OFF_CLUSTER).map(it -> it.truth(0)).orElse(true);
    double noise = ThreadLocalRandom.current().nextDouble(0.98, 1.02);
    double power = on ? watts * noise : 0;
    Optional<ClusterAttributes> electrical = endpoint.cluster(ELECTRICAL_MEASUREMENT);
    electrical.ifPresent(
        it -> {
          it.set(RMS_VOLTAGE, scaled(it, VOLTAGE_MULTIPLIER, VOLTS * noise));
          it.set(RMS_CURRENT, scaled(it, VOLTAGE_MULTIPLIER + 2, power / VOLTS));
          it.set(ACTIVE_POWER, scaled(it, VOLTAGE_MULTIPLIER + 4, power));
        });
    endpoint.cluster(METERING).ifPresent(it -> meter(it, power, unmetered));
  }

  /** Multiplier and divisor of a quantity are neighbours. */
  private static long scaled(ClusterAttributes attributes, int multiplier, double value) {
    double factor =
        attributes.number(multiplier + 1, 1) / (double) attributes.number(multiplier, 1);
    return Math.round(value * factor);
  }

  private void meter(ClusterAttributes metering, double power, double[] unmetered) {
    double unitsPerKilo =
        metering.number(METERING_DIVISOR, 1) / (double) metering.number(METERING_MULTIPLIER, 1);
    metering.set(INSTANTANEOUS_DEMAND, Math.round(power / 1000 * unitsPerKilo));
    double hours = every.toMillis() / 3_600_000.0;
    unmetered[0] += power / 1000 * hours * unitsPerKilo;
    long whole = (long) unmetered[0];
    unmetered[0] -= whole;
    metering.set(SUMMATION, metering.number(SUMMATION, 0) + whole);
  }
}
