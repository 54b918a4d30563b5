package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/** How tests wait for a radio's stages. */
final class Awaiting {

  private Awaiting() {}

  static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(15, TimeUnit.SECONDS);
  }

  /** Asserts that a failure is a {@link RadioException} for that reason. */
  static Consumer<Throwable> reason(Reason reason) {
    return thrown -> {
      assertThat(thrown).isInstanceOf(RadioException.class);
      assertThat(((RadioException) thrown).reason()).isEqualTo(reason);
    };
  }
}
