package org.waggle.radio.ember;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.ember.ash.AshSettings;
import org.waggle.radio.ember.ezsp.EzspCallback;
import org.waggle.radio.ember.link.LinkSettings;
import org.waggle.radio.ember.link.NcpLink;

/** Finds out how to talk to a coordinator: resets it in one way after another until it answers. */
final class Probe {

  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  private static final String TCP = "tcp:";
  private static final List<Integer> BAUD_RATES = List.of(115_200, 460_800, 57_600, 230_400);

  /**
   * A coordinator with RTS/CTS answers without it too, and one without them may hold us for ever.
   */
  private static final List<FlowControl> FLOW_CONTROLS =
      List.of(FlowControl.NONE, FlowControl.HARDWARE, FlowControl.SOFTWARE);

  /** Twice, as the first octets may have met the end of something else. */
  private static final LinkSettings HASTY =
      new LinkSettings(
          AshSettings.USUAL.withResetWaits(List.of(Duration.ofMillis(700), Duration.ofMillis(700))),
          LinkSettings.USUAL.commands(),
          Duration.ofSeconds(2),
          LinkSettings.USUAL.silence());

  private record Way(OptionalInt baudRate, FlowControl flowControl) {}

  private final RadioPorts ports;
  private final RadioSettings settings;
  private final Supplier<Optional<KnownSticks.Line>> stick;
  private boolean wasOpen;

  /**
   * @param stick what is known of the port; may block
   */
  Probe(RadioPorts ports, RadioSettings settings, Supplier<Optional<KnownSticks.Line>> stick) {
    this.ports = ports;
    this.settings = settings;
    this.stick = stick;
  }

  /** Whether settings do not say everything about a serial port. */
  static boolean leavesOpen(RadioSettings settings) {
    return !isTcp(settings)
        && (settings.baudRate().isEmpty() || settings.flowControl() == FlowControl.AUTO);
  }

  private static boolean isTcp(RadioSettings settings) {
    return settings.port().startsWith(TCP);
  }

  CompletableFuture<Optional<RadioSettings>> run() {
    CompletableFuture<Optional<RadioSettings>> result = new CompletableFuture<>();
    if (isTcp(settings)) {
      Stages.pass(next(List.of(new Way(settings.baudRate(), FlowControl.NONE))), result);
    } else {
      Stages.pass(
          CompletableFuture.supplyAsync(this::ways, task -> thread(task).start())
              .thenCompose(this::next),
          result);
    }
    return result;
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "waggle-radio-" + settings.port() + "-probe");
    thread.setDaemon(true);
    return thread;
  }

  /** What is most likely first. */
  private List<Way> ways() {
    Optional<KnownSticks.Line> known = leavesOpen(settings) ? stick.get() : Optional.empty();
    Set<Way> ways = new LinkedHashSet<>();
    known.ifPresent(
        line ->
            ways.add(
                new Way(
                    OptionalInt.of(settings.baudRate().orElse(line.baudRate())),
                    settings.flowControl() == FlowControl.AUTO
                        ? line.flowControl()
                        : settings.flowControl())));
    List<FlowControl> flowControls =
        settings.flowControl() == FlowControl.AUTO
            ? FLOW_CONTROLS
            : List.of(settings.flowControl());
    for (FlowControl flowControl : flowControls) {
      IntStream baudRates =
          settings.baudRate().isPresent()
              ? IntStream.of(settings.baudRate().getAsInt())
              : BAUD_RATES.stream().mapToInt(Integer::intValue);
      baudRates.forEach(rate -> ways.add(new Way(OptionalInt.of(rate), flowControl)));
    }
    return List.copyOf(ways);
  }

  private CompletableFuture<Optional<RadioSettings>> next(List<Way> ways) {
    if (ways.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Way way = ways.get(0);
    LinkSettings patience = isTcp(settings) ? LinkSettings.USUAL : HASTY;
    NcpLink link =
        new NcpLink(
            settings.port(),
            patience,
            () -> ports.open(settings.port(), way.baudRate.orElse(0), way.flowControl),
            new NoListener());
    return link.open()
        .handle(
            (version, failure) -> {
              link.close();
              return failure == null || answers(way, Stages.reason(failure));
            })
        .thenCompose(
            answers ->
                answers
                    ? CompletableFuture.completedFuture(Optional.of(with(way)))
                    : next(ways.subList(1, ways.size())));
  }

  /** Whether a failure is that of a coordinator; firmware that is too old is for others to tell. */
  private boolean answers(Way way, RadioException reason) {
    LOG.debug("{} at {}: {}", settings.port(), way, reason.reason());
    if (reason.reason() == Reason.PORT_UNAVAILABLE && !wasOpen) {
      throw reason;
    }
    wasOpen = true;
    return reason.reason() == Reason.FIRMWARE_UNSUPPORTED;
  }

  private RadioSettings with(Way way) {
    return new RadioSettings(
        settings.port(),
        isTcp(settings) ? settings.baudRate() : way.baudRate,
        way.flowControl,
        settings.transmitPower());
  }

  /** Nothing is of interest but whether somebody answers. */
  private static final class NoListener implements NcpLink.Listener {

    @Override
    public void callback(EzspCallback callback) {
      LOG.debug("While probing: {}", callback.getClass().getSimpleName());
    }

    @Override
    public void ended(RadioException reason) {
      LOG.debug("Probing ended: {}", reason.reason());
    }
  }
}
