package org.waggle.bridge.device;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;

/**
 * What sets or gets a key, called where its definition may run.
 *
 * @param keys that one call of it serves
 */
public record FoundEncoder(
    Serving serving, Encoder encoder, Set<String> keys, boolean canSet, boolean canGet) {

  static FoundEncoder of(Serving serving, Encoder encoder) {
    return new FoundEncoder(
        serving, encoder, Set.copyOf(encoder.keys()), encoder.canSet(), encoder.canGet());
  }

  /** The stage completes on the event thread. */
  public CompletionStage<SetResult> set(SetRequest request) {
    return serving.call(() -> encoder.set(request));
  }

  /** The stage completes on the event thread. */
  public CompletionStage<Void> get(GetRequest request) {
    return serving.call(() -> encoder.get(request));
  }
}
