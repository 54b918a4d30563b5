package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;
import org.waggle.zigbee.PortSearch.Result.Target;

/**
 * Finds out who can drive the coordinator at a port and how the line has to be set: as remembered,
 * else by the USB identity, else by probing. What is configured goes before all of them.
 */
final class LineSearch {

  private static final Logger LOG = LoggerFactory.getLogger(LineSearch.class);

  /**
   * A way to try.
   *
   * @param adapter the family
   */
  record Line(RadioProviders.Entry provider, String adapter, RadioSettings settings) {}

  private final String network;
  private final Settings configured;
  private final RadioProviders providers;
  private final EventThread thread;

  LineSearch(String network, Settings configured, RadioProviders providers, EventThread thread) {
    this.network = network;
    this.configured = configured;
    this.providers = providers;
    this.thread = thread;
  }

  boolean recognizes(SerialPortInfo port) {
    return recognize(port).isPresent();
  }

  /**
   * @param remembered what worked there the last time
   * @param doubtful whether what is known of the port did not work the last time
   */
  CompletionStage<Line> run(
      Target target, Optional<RadioMemory.Place> remembered, boolean doubtful) {
    if (doubtful) {
      return probe(target);
    }
    return remembered
        .flatMap(place -> asRemembered(target, place))
        .or(() -> target.info().flatMap(this::recognize).map(line -> at(target, line)))
        .<CompletionStage<Line>>map(CompletableFuture::completedStage)
        .orElseGet(() -> probe(target));
  }

  private Optional<Line> asRemembered(Target target, RadioMemory.Place place) {
    return providers
        .best(place.adapter())
        .map(
            provider ->
                new Line(
                    provider,
                    place.adapter(),
                    settings(target, place.baudRate(), place.flowControl())));
  }

  private Line at(Target target, Line line) {
    return new Line(
        line.provider,
        line.adapter,
        settings(target, line.settings.baudRate(), line.settings.flowControl()));
  }

  private Optional<Line> recognize(SerialPortInfo port) {
    for (RadioProviders.Entry entry : providers.find(configured.adapter())) {
      try {
        Optional<RadioSettings> known = entry.provider().recognize(port);
        if (known.isPresent()) {
          return Optional.of(new Line(entry, entry.adapter(configured.adapter()), known.get()));
        }
      } catch (RuntimeException e) { // a radio bundle's fault must not end the attempts
        LOG.error("A radio failed to recognize {}", port, e);
      }
    }
    return Optional.empty();
  }

  private RadioSettings settings(Target target, OptionalInt baudRate, FlowControl flowControl) {
    RadioSettings wanted = configured.radio();
    return new RadioSettings(
        target.path(),
        wanted.baudRate().isPresent() ? wanted.baudRate() : baudRate,
        wanted.flowControl() == FlowControl.AUTO ? flowControl : wanted.flowControl(),
        wanted.transmitPower());
  }

  /** Opening is the best probe, where one family only comes into question and the line is set. */
  private CompletionStage<Line> probe(Target target) {
    boolean anyFamily = configured.adapter().equals(RadioProviders.ANY);
    List<RadioProviders.Entry> entries = providers.find(configured.adapter());
    if (entries.isEmpty()) {
      return noAnswer(); // the last bundle stopped meanwhile
    }
    RadioProviders.Entry best = entries.get(0);
    RadioSettings open = settings(target, OptionalInt.empty(), FlowControl.AUTO);
    Line asConfigured = new Line(best, best.adapter(configured.adapter()), open);
    if ((!anyFamily || entries.size() == 1) && isSet(open)) {
      return CompletableFuture.completedStage(asConfigured);
    }
    return probe(open, anyFamily ? entries : List.of(best))
        .thenCompose(
            line -> {
              if (line.isPresent()) {
                return CompletableFuture.completedStage(line.get());
              }
              // A radio that was asked for may be one that cannot probe: opening tells.
              return anyFamily ? noAnswer() : CompletableFuture.completedStage(asConfigured);
            });
  }

  private static boolean isSet(RadioSettings line) {
    return Ports.isTcp(line.port())
        || (line.baudRate().isPresent() && line.flowControl() != FlowControl.AUTO);
  }

  private static CompletionStage<Line> noAnswer() {
    return CompletableFuture.failedStage(
        new RadioException(
            Reason.NO_COORDINATOR,
            "No coordinator answers there in a protocol that an installed radio speaks"));
  }

  private CompletionStage<Optional<Line>> probe(
      RadioSettings open, List<RadioProviders.Entry> entries) {
    if (entries.isEmpty()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    RadioProviders.Entry entry = entries.get(0);
    LOG.info("{} looks for a coordinator at {} ({})", network, open.port(), entry.adapters());
    return ask(entry, open)
        .thenCompose(
            works ->
                works.isPresent()
                    ? CompletableFuture.completedStage(
                        Optional.of(
                            new Line(entry, entry.adapter(configured.adapter()), works.get())))
                    : probe(open, entries.subList(1, entries.size())));
  }

  private CompletionStage<Optional<RadioSettings>> ask(
      RadioProviders.Entry entry, RadioSettings open) {
    try {
      return thread.bring(entry.provider().probe(open));
    } catch (RuntimeException e) { // a radio bundle's fault must not end the attempts
      LOG.error("A radio failed to probe {}", open.port(), e);
      return CompletableFuture.completedStage(Optional.empty());
    }
  }
}
