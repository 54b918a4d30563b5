package org.waggle.zigbee;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zcl.Octets;

/**
 * Brings a coordinator onto the network that is wanted: the one it remembers if that is the one, a
 * new one if it remembers none. A network that is another one is left alone.
 */
final class NetworkStart {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkStart.class);

  /** How it went, if the radio did not fail. */
  sealed interface Outcome {

    /** The coordinator is on the network that is wanted. */
    record Up(CoordinatorInfo coordinator, NetworkParameters parameters, boolean formed)
        implements Outcome {}

    /**
     * The coordinator is on another network.
     *
     * @param reason one sentence for users
     */
    record Conflict(String reason) implements Outcome {}
  }

  private final String name;
  private final EventThread thread;
  private final NetworkSettings wanted;
  private final boolean reform;

  NetworkStart(String name, EventThread thread, NetworkSettings wanted, boolean reform) {
    this.name = name;
    this.thread = thread;
    this.wanted = wanted;
    this.reform = reform;
  }

  CompletionStage<Outcome> run(ZigbeeRadio radio) {
    return thread.bring(radio.open()).thenCompose(info -> resume(radio, info));
  }

  private CompletionStage<Outcome> resume(ZigbeeRadio radio, CoordinatorInfo info) {
    return thread
        .bring(radio.resume())
        .thenCompose(
            remembered ->
                remembered.isEmpty() ? form(radio, info) : compare(radio, info, remembered.get()));
  }

  private CompletionStage<Outcome> compare(
      ZigbeeRadio radio, CoordinatorInfo info, NetworkParameters found) {
    if (!found.equals(wanted.parameters())) {
      return other(
          radio,
          info,
          "is on another network ("
              + text(found)
              + ") than the one configured ("
              + text(wanted.parameters())
              + ")");
    }
    return networkKey(radio)
        .thenCompose(
            key ->
                key.isEmpty() || key.get().equals(wanted.networkKey())
                    ? CompletableFuture.completedStage(new Outcome.Up(info, found, false))
                    : other(
                        radio,
                        info,
                        "is on the configured network ("
                            + text(found)
                            + "), but with another network key than the one configured"));
  }

  /** Empty from radios that do not tell. */
  private CompletionStage<Optional<Octets>> networkKey(ZigbeeRadio radio) {
    return thread
        .bring(radio.networkKey())
        .thenApply(Optional::of)
        .exceptionallyCompose(
            failure ->
                Failures.cause(failure) instanceof RadioException refusal
                        && (refusal.reason() == RadioException.Reason.UNSUPPORTED
                            || refusal.reason() == RadioException.Reason.REFUSED)
                    ? CompletableFuture.completedStage(Optional.empty())
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletionStage<Outcome> other(
      ZigbeeRadio radio, CoordinatorInfo info, String difference) {
    String who = "The coordinator " + info.ieeeAddress() + " " + difference;
    if (reform) {
      LOG.warn("{}; forming the configured one over it, as reform=true says", who);
      return form(radio, info);
    }
    return CompletableFuture.completedStage(
        new Outcome.Conflict(
            who
                + ". Either configure its network in org.waggle.zigbee~"
                + name
                + ", or set reform=true there to give it up; all devices must then join again."));
  }

  private CompletionStage<Outcome> form(ZigbeeRadio radio, CoordinatorInfo info) {
    LOG.info("{} forms the network {}: {}", info.ieeeAddress(), name, text(wanted.parameters()));
    return thread
        .bring(radio.form(wanted))
        .thenApply(parameters -> new Outcome.Up(info, parameters, true));
  }

  private static String text(NetworkParameters parameters) {
    return "PAN id "
        + parameters.panId()
        + ", extended PAN id 0x"
        + HexFormat.of().toHexDigits(parameters.extendedPanId())
        + ", channel "
        + parameters.channel();
  }
}
