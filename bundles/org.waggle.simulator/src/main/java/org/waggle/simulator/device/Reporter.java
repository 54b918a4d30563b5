package org.waggle.simulator.device;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ReportingConfiguration.Reporting;
import org.waggle.zcl.ZclValue;

/** Reports attributes as they are configured to be, to whatever their cluster is bound to. */
public final class Reporter {

  private record Key(int cluster, AttributeKey attribute) {}

  private static final class Entry {
    private final Reporting reporting;
    private ZclValue lastValue;
    private long lastSent = System.nanoTime();
    private @Nullable Future<?> soon;
    private @Nullable Future<?> late;

    Entry(Reporting reporting, ZclValue value) {
      this.reporting = reporting;
      this.lastValue = value;
    }

    void cancel() {
      if (soon != null) {
        soon.cancel(false);
        soon = null;
      }
      if (late != null) {
        late.cancel(false);
        late = null;
      }
    }
  }

  /** This maximum interval turns reporting off. */
  private static final int OFF = 0xFFFF;

  private final VirtualEndpoint endpoint;
  private final Map<Key, Entry> entries = new HashMap<>();
  private final List<Configured> defaults = new ArrayList<>();

  Reporter(VirtualEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  public void configure(int cluster, AttributeKey attribute, Reporting reporting, ZclValue value) {
    Key key = new Key(cluster, attribute);
    Entry before = entries.remove(key);
    if (before != null) {
      before.cancel();
    }
    if (reporting.maximumInterval() != OFF) {
      Entry entry = new Entry(reporting, value);
      entries.put(key, entry);
      planLate(key, entry);
    }
  }

  public Optional<Reporting> configuration(int cluster, AttributeKey attribute) {
    return Optional.ofNullable(entries.get(new Key(cluster, attribute)))
        .map(entry -> entry.reporting);
  }

  /** One configuration with where it belongs. */
  public record Configured(int cluster, AttributeKey attribute, Reporting reporting) {}

  public List<Configured> configurations() {
    List<Configured> all = new ArrayList<>();
    entries.forEach(
        (key, entry) -> all.add(new Configured(key.cluster, key.attribute, entry.reporting)));
    return all;
  }

  /** What it reports until it is configured otherwise. */
  public void configureByDefault(Configured configured) {
    defaults.add(configured);
    apply(configured);
  }

  private void apply(Configured configured) {
    endpoint
        .cluster(configured.cluster)
        .flatMap(attributes -> attributes.get(configured.attribute))
        .ifPresent(
            value ->
                configure(configured.cluster, configured.attribute, configured.reporting, value));
  }

  void forget() {
    stop();
    defaults.forEach(this::apply);
  }

  void stop() {
    entries.values().forEach(Entry::cancel);
    entries.clear();
  }

  void changed(int cluster, AttributeKey attribute, ZclValue value) {
    Key key = new Key(cluster, attribute);
    Entry entry = entries.get(key);
    if (entry == null || !isEnough(entry, value)) {
      return;
    }
    long minimum = TimeUnit.SECONDS.toNanos(entry.reporting.minimumInterval());
    long wait = entry.lastSent + minimum - System.nanoTime();
    if (minimum == 0 || wait <= 0) {
      send(key, entry);
    } else if (entry.soon == null) {
      entry.soon =
          endpoint.scheduler().schedule(() -> send(key, entry), wait, TimeUnit.NANOSECONDS);
    }
  }

  private static boolean isEnough(Entry entry, ZclValue value) {
    BigDecimal change =
        entry.reporting.reportableChange().flatMap(ZclValue::decimal).orElse(BigDecimal.ZERO);
    Optional<BigDecimal> now = value.decimal();
    Optional<BigDecimal> before = entry.lastValue.decimal();
    if (!entry.reporting.type().isAnalog() || now.isEmpty() || before.isEmpty()) {
      return !value.equals(entry.lastValue);
    }
    BigDecimal difference = now.get().subtract(before.get()).abs();
    return difference.signum() > 0 && difference.compareTo(change) >= 0;
  }

  private void send(Key key, Entry entry) {
    entry.cancel();
    Optional<ZclValue> value =
        endpoint.cluster(key.cluster).flatMap(attributes -> attributes.get(key.attribute));
    if (value.isPresent()) {
      entry.lastValue = value.get();
      report(key.cluster, key.attribute, value.get());
    }
    entry.lastSent = System.nanoTime();
    planLate(key, entry);
  }

  private void planLate(Key key, Entry entry) {
    int maximum = entry.reporting.maximumInterval();
    if (maximum > 0) {
      entry.late = endpoint.scheduler().schedule(() -> send(key, entry), maximum, TimeUnit.SECONDS);
    }
  }

  private void report(int cluster, AttributeKey attribute, ZclValue value) {
    if (endpoint.device().onNetwork()) {
      Octets payload =
          endpoint.frame(
              attribute.manufacturerCode(),
              Direction.SERVER_TO_CLIENT,
              true,
              new ReportAttributes(List.of(new AttributeValue(attribute.id(), value))));
      if (!endpoint.spread(cluster, payload) && endpoint.device().description().unboundReports()) {
        endpoint.sendToCoordinator(cluster, payload);
      }
    }
  }
}
