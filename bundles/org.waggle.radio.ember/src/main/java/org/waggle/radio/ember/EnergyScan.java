package org.waggle.radio.ember;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.NetworkingCallback.EnergyScanResult;
import org.waggle.radio.ember.ezsp.NetworkingCallback.ScanComplete;
import org.waggle.radio.ember.ezsp.NetworkingFrames.StartScan;

/** Measures how busy channels are, one scan at a time. */
final class EnergyScan {

  /** 2^3 + 1 times 15.36 ms a channel: long enough to meet the beacons of an access point. */
  private static final int EXPONENT = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String WHAT = "Scanning channels";

  private final Ncp ncp;
  private final Map<Integer, Integer> results = new TreeMap<>();
  private @Nullable CompletableFuture<EzspStatus> complete;

  EnergyScan(Ncp ncp) {
    this.ncp = ncp;
  }

  /**
   * @param channels 11..26
   */
  CompletableFuture<Map<Integer, Integer>> run(Set<Integer> channels) {
    long mask = channels.stream().mapToLong(Channels::mask).reduce(0, (a, b) -> a | b);
    if (mask == 0) {
      return CompletableFuture.completedFuture(Map.of());
    }
    results.clear();
    CompletableFuture<EzspStatus> end = new CompletableFuture<>();
    complete = end;
    return ncp.call(new StartScan(StartScan.ENERGY, mask, EXPONENT))
        .thenCompose(
            status -> {
              Ncp.require(status, WHAT);
              ncp.after(PATIENCE, () -> end.completeExceptionally(overdue()));
              return end;
            })
        .thenApply(
            status -> {
              Ncp.require(status, WHAT);
              return Map.copyOf(results);
            });
  }

  private static RadioException overdue() {
    return new RadioException(Reason.REFUSED, WHAT + " took longer than 15 s");
  }

  void result(EnergyScanResult result) {
    results.merge(result.channel(), result.maxRssi(), Math::max);
  }

  void complete(ScanComplete callback) {
    CompletableFuture<EzspStatus> waiter = complete;
    if (waiter != null) {
      waiter.complete(callback.status());
    }
  }

  /** The link is gone. */
  void ended(RadioException reason) {
    CompletableFuture<EzspStatus> waiter = complete;
    if (waiter != null) {
      waiter.completeExceptionally(reason);
    }
  }
}
