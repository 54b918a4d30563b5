package org.waggle.radio.ember;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.NetworkingFrames.NetworkState;

/** A network is down some time before the coordinator has left it; no event tells when. */
final class Settling {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int QUESTIONS = 100;

  private final Ncp ncp;
  private int asked;

  Settling(Ncp ncp) {
    this.ncp = ncp;
  }

  CompletableFuture<Void> settled() {
    return ncp.call(new NetworkState())
        .thenCompose(
            state -> {
              if (state == NetworkState.NO_NETWORK) {
                return CompletableFuture.completedFuture(null);
              }
              if (++asked == QUESTIONS) {
                return Stages.failed(
                    Reason.REFUSED, "The coordinator does not leave its old network");
              }
              CompletableFuture<Void> pause = new CompletableFuture<>();
              ncp.after(PAUSE, () -> pause.complete(null));
              return pause.thenCompose(over -> settled());
            });
  }
}
