package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The threads of radios, by their names. */
final class RadioThreads {

  private RadioThreads() {}

  static List<Thread> of(String port) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("waggle-radio-" + port))
        .toList();
  }

  /** Threads may need a moment to end. */
  static void assertNone(String port) throws InterruptedException {
    for (Thread thread : of(port)) {
      thread.join(1_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }
}
