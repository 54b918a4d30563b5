package org.waggle.simulator.activity;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.zcl.ZclValue;

/**
 * A measurement that swings between two values.
 *
 * @param period of a whole swing
 * @param every how often the device looks
 */
public record Drift(
    int cluster, AttributeKey attribute, long from, long to, Duration period, Duration every) {

  /** Begins; the simulator's end is the drift's end. */
  public void start(VirtualEndpoint endpoint) {
    ClusterAttributes attributes = endpoint.cluster(cluster).orElseThrow();
    long begin = System.nanoTime();
    // Neighbours don't swing in step.
    double phase = endpoint.device().ieeeAddress().value() % 64 / 32.0 * Math.PI;
    endpoint
        .scheduler()
        .scheduleAtFixedRate(
            () -> step(attributes, begin, phase),
            every.toNanos(),
            every.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private void step(ClusterAttributes attributes, long begin, double phase) {
    double turns = (System.nanoTime() - begin) / (double) period.toNanos();
    double swing = (1 + Math.sin(phase + turns * 2 * Math.PI)) / 2;
    long value = Math.round(from + (to - from) * swing);
    attributes
        .get(attribute)
        .ifPresent(before -> attributes.set(attribute, ZclValue.of(before.type(), value)));
  }
}
