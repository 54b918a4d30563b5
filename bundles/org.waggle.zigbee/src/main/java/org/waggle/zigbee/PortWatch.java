package org.waggle.zigbee;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waggle.zigbee.PortSearch.Result;
import org.waggle.zigbee.api.Subscription;

/**
 * Tells when a stick is plugged in or pulled, for as long as somebody waits for that. It looks once
 * a second: a watch on {@code /dev} would take a thread more, hears nothing in most containers, and
 * comes before the links of udev are there. On the event thread.
 */
final class PortWatch {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final EventThread thread;
  private final Supplier<CompletionStage<Result>> search;
  private Subscription timer = () -> {};
  private @Nullable Object watching;

  /**
   * @param search looks which port it is now
   */
  PortWatch(EventThread thread, Supplier<CompletionStage<Result>> search) {
    this.thread = thread;
    this.search = search;
  }

  /**
   * Runs something once, when a search finds something else than before.
   *
   * @param before what was found
   */
  void await(Result before, Runnable changed) {
    cancel();
    Object mine = new Object();
    watching = mine;
    timer = thread.schedule(PAUSE, () -> look(mine, before, changed));
  }

  void cancel() {
    watching = null;
    timer.close();
  }

  private void look(Object mine, Result before, Runnable changed) {
    search
        .get()
        .exceptionally(failure -> before)
        .thenAccept(
            now -> {
              if (watching != mine) {
                return;
              }
              if (now.equals(before)) {
                timer = thread.schedule(PAUSE, () -> look(mine, before, changed));
              } else {
                cancel();
                changed.run();
              }
            });
  }
}
