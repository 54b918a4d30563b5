package org.waggle.zigbee;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.RadioTransitions.Event;

/**
 * Brings a coordinator onto the network that is wanted: the one it remembers if that is the one; if
 * it remembers none, that of the backup, else a new one. A network that is another one is left
 * alone.
 */
final class NetworkStart {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkStart.class);

  /** How it went, if the radio did not fail. */
  sealed interface Outcome {

    /** The coordinator is on the network that is wanted. */
    record Up(CoordinatorInfo coordinator, NetworkParameters parameters, boolean formed)
        implements Outcome {}

    /**
     * The coordinator is on another network, or must not be touched.
     *
     * @param reason one sentence for users
     */
    record Conflict(String reason) implements Outcome {}
  }

  private final String name;
  private final EventThread thread;
  private final NetworkSettings wanted;
  private final boolean reform;
  private final Backups backups;
  private final ZigbeeRadio radio;
  private final Consumer<Event> progress;

  /**
   * @param reform whether another network may be given up
   * @param progress hears which steps begin
   */
  NetworkStart(
      String name,
      EventThread thread,
      NetworkSettings wanted,
      boolean reform,
      Backups backups,
      ZigbeeRadio radio,
      Consumer<Event> progress) {
    this.name = name;
    this.thread = thread;
    this.wanted = wanted;
    this.reform = reform;
    this.backups = backups;
    this.radio = radio;
    this.progress = progress;
  }

  CompletionStage<Outcome> run() {
    return thread
        .bring(radio.open())
        .thenCompose(
            info -> {
              progress.accept(Event.OPENED);
              return resume(info);
            });
  }

  private CompletionStage<Outcome> resume(CoordinatorInfo info) {
    return thread
        .bring(radio.resume())
        .thenCompose(
            remembered ->
                remembered.isEmpty() ? restoreOrForm(info) : compare(info, remembered.get()));
  }

  private CompletionStage<Outcome> compare(CoordinatorInfo info, NetworkParameters found) {
    NetworkParameters meant = wanted.parameters();
    if (found.panId() != meant.panId() || found.extendedPanId() != meant.extendedPanId()) {
      return otherNetwork(info, found);
    }
    return networkKey()
        .thenCompose(
            key ->
                key.isPresent() && !key.get().equals(wanted.networkKey())
                    ? other(
                        info,
                        "is on the configured network ("
                            + text(found)
                            + "), but with another network key than the one configured")
                    : found.channel() == meant.channel()
                        ? CompletableFuture.completedStage(new Outcome.Up(info, found, false))
                        : moveChannel(info, found));
  }

  private CompletionStage<Outcome> otherNetwork(CoordinatorInfo info, NetworkParameters found) {
    return other(
        info,
        "is on another network ("
            + text(found)
            + ") than the one configured ("
            + text(wanted.parameters())
            + ")");
  }

  private CompletionStage<Outcome> moveChannel(CoordinatorInfo info, NetworkParameters found) {
    int channel = wanted.parameters().channel();
    LOG.info("{} moves from channel {} to {}", name, found.channel(), channel);
    return new ChannelChange(thread, radio)
        .to(channel)
        .<Outcome>thenApply(moved -> new Outcome.Up(info, wanted.parameters(), false))
        .exceptionallyCompose(
            failure ->
                has(failure, Reason.UNSUPPORTED)
                    ? otherNetwork(info, found)
                    : CompletableFuture.failedFuture(failure));
  }

  /** Empty from radios that do not tell. */
  private CompletionStage<Optional<Octets>> networkKey() {
    return thread
        .bring(radio.networkKey())
        .thenApply(Optional::of)
        .exceptionallyCompose(
            failure ->
                has(failure, Reason.UNSUPPORTED) || has(failure, Reason.REFUSED)
                    ? CompletableFuture.completedStage(Optional.empty())
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletionStage<Outcome> other(CoordinatorInfo info, String difference) {
    String who = "The coordinator " + info.ieeeAddress() + " " + difference;
    if (reform) {
      LOG.warn("{}; it is given up for the configured one, as reform=true says", who);
      return restoreOrForm(info);
    }
    return conflict(
        who
            + ". Either configure its network in org.waggle.zigbee~"
            + name
            + ", or set reform=true there to give it up; all devices must then join again.");
  }

  private static CompletionStage<Outcome> conflict(String reason) {
    return CompletableFuture.completedStage(new Outcome.Conflict(reason));
  }

  private CompletionStage<Outcome> restoreOrForm(CoordinatorInfo info) {
    return backups
        .find(wanted)
        .handle((backup, failure) -> failure == null ? start(info, backup) : unusable(failure))
        .thenCompose(Function.identity());
  }

  private CompletionStage<Outcome> start(CoordinatorInfo info, Optional<NetworkBackup> backup) {
    return backup.isPresent() ? restore(info, backup.get()) : form(info);
  }

  /** Forming the network would cut all devices off, which the backup might have kept. */
  private static CompletionStage<Outcome> unusable(Throwable failure) {
    return Failures.cause(failure) instanceof IllegalArgumentException unreadable
        ? conflict(
            unreadable.getMessage()
                + ". Put a good one in its place, or remove it and its .old to form anew; all"
                + " devices must then join again.")
        : CompletableFuture.failedFuture(failure);
  }

  private CompletionStage<Outcome> restore(CoordinatorInfo info, NetworkBackup backup) {
    LOG.info(
        "{} takes the network {} over from the backup of {}",
        info.ieeeAddress(),
        name,
        backup.coordinator());
    progress.accept(Event.BACKUP_FOUND);
    return thread
        .bring(radio.restore(backup))
        .thenCompose(parameters -> restored(info, parameters))
        .exceptionallyCompose(
            failure ->
                has(failure, Reason.UNSUPPORTED)
                    ? form(info)
                    : CompletableFuture.failedFuture(failure));
  }

  /** The coordinator may have taken over the address of the other one. */
  private CompletionStage<Outcome> restored(CoordinatorInfo before, NetworkParameters parameters) {
    return thread
        .bring(radio.backup())
        .thenApply(NetworkBackup::coordinator)
        .thenApply(
            address ->
                new Outcome.Up(
                    new CoordinatorInfo(address, before.type(), before.meta()), parameters, false));
  }

  private CompletionStage<Outcome> form(CoordinatorInfo info) {
    LOG.info("{} forms the network {}: {}", info.ieeeAddress(), name, text(wanted.parameters()));
    progress.accept(Event.NETWORK_MISSING);
    return thread
        .bring(radio.form(wanted))
        .thenApply(parameters -> new Outcome.Up(info, parameters, true));
  }

  private static boolean has(Throwable failure, Reason reason) {
    return Failures.cause(failure) instanceof RadioException radio && radio.reason() == reason;
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
