package org.waggle.radio.ember.link;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.Version;
import org.waggle.radio.ember.ezsp.EzspVersion;

/**
 * Agrees on a version of EZSP with a coordinator that was just reset: the first {@code version} has
 * the legacy header, as the coordinator may be of any age, the second the extended one and what the
 * coordinator said it speaks. Under the lock of its link.
 */
final class Negotiation {

  private final String name;
  private final Transactions transactions;
  private final Consumer<RadioException> onFailure;
  private CompletableFuture<EzspVersion> result = new CompletableFuture<>();

  Negotiation(String name, Transactions transactions, Consumer<RadioException> onFailure) {
    this.name = name;
    this.transactions = transactions;
    this.onFailure = onFailure;
  }

  CompletableFuture<EzspVersion> result() {
    return result;
  }

  CompletableFuture<EzspVersion> again() {
    result = new CompletableFuture<>();
    return result;
  }

  boolean isDone() {
    return result.isDone();
  }

  void fail(RadioException reason) {
    result.completeExceptionally(reason);
  }

  void begin() {
    transactions.version(new EzspVersion(EzspVersion.OLDEST));
    Transaction.Legacy first = new Transaction.Legacy();
    first.done().thenAccept(this::offered).exceptionally(this::failed);
    transactions.submit(first);
  }

  private void offered(Version.Response offer) {
    int number = offer.protocolVersion();
    if (!EzspVersion.isKnown(number)) {
      onFailure.accept(unsupported(offer));
      return;
    }
    EzspVersion version = new EzspVersion(number);
    transactions.version(version);
    Transaction<Version.Response> second = new Transaction<>(new Version(number));
    second.done().thenAccept(answer -> agreed(answer, version)).exceptionally(this::failed);
    transactions.submit(second);
  }

  private void agreed(Version.Response answer, EzspVersion version) {
    if (answer.protocolVersion() == version.number()) {
      result.complete(version);
    } else {
      onFailure.accept(unsupported(answer));
    }
  }

  private Void failed(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    onFailure.accept(
        new RadioException(
            Reason.NO_COORDINATOR,
            "The coordinator on " + name + " does not agree on a version of EZSP",
            cause));
    return null;
  }

  private RadioException unsupported(Version.Response offer) {
    int number = offer.protocolVersion();
    return new RadioException(
        Reason.FIRMWARE_UNSUPPORTED,
        "The coordinator on %s speaks EZSP %d (EmberZNet %s), but this radio EZSP %d to %d: %s"
            .formatted(
                name,
                number,
                stack(offer.stackVersion()),
                EzspVersion.OLDEST,
                EzspVersion.NEWEST,
                number < EzspVersion.OLDEST
                    ? "update its firmware"
                    : "its firmware is newer than this radio"));
  }

  private static String stack(int version) {
    return (version >> 12 & 0xF) + "." + (version >> 8 & 0xF) + "." + (version >> 4 & 0xF);
  }
}
