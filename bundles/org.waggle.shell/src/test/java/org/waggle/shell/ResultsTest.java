package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private final Results results = new Results(Duration.ofSeconds(10));

  @Test
  void stopsWaitingWhenTheShellIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> results.await(new CompletableFuture<>()))
        .isInstanceOf(CommandException.class)
        .hasMessage("Not waited for; it is still being worked on.");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void namesAFailureThatHasNoMessage() {
    assertThatThrownBy(
            () -> results.await(CompletableFuture.failedFuture(new IllegalStateException())))
        .isInstanceOf(CommandException.class)
        .hasMessage("java.lang.IllegalStateException");
  }
}
