package org.waggle.shell;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for results, on the shell's own thread and not for ever. */
final class Results {

  /** Longer than a device that is awake takes to answer or to fail. */
  static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  private final Duration limit;

  Results(Duration limit) {
    this.limit = limit;
  }

  /**
   * What a stage completes with.
   *
   * @throws CommandException saying why there is nothing
   */
  <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new CommandException(reason(e));
    } catch (TimeoutException e) {
      throw new CommandException(
          "No result after %d s; it is still being worked on.".formatted(limit.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("Not waited for; it is still being worked on.");
    }
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
