package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

class CommandThreadTest {

  private final CommandThread commands = new CommandThread("test");

  @AfterEach
  void close() {
    commands.close(new RadioException(Reason.CLOSED, "The radio was closed"));
  }

  @Test
  void repeatsACommandThatFailedInAnUnforeseenWay() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(3);

    commands.every(
        Duration.ofMillis(1),
        () -> {
          runs.countDown();
          throw new IllegalStateException("unforeseen");
        });

    assertThat(runs.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void failsWithARadioExceptionWhateverTheLibraryThrows() {
    assertThatThrownBy(
            () ->
                commands
                    .submit(
                        () -> {
                          throw new NullPointerException("in the library");
                        })
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            RadioException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.LINK_LOST));
  }
}
