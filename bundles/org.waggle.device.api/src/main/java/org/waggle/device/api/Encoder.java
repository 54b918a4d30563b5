package org.waggle.device.api;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/** Sets and gets one or more keys of a device or group. Failures are of the stage. */
@ConsumerType
public interface Encoder {

  /** The keys it serves, without endpoint suffix. A message with several of them is served once. */
  Set<String> keys();

  boolean canSet();

  boolean canGet();

  /** Sends what sets a key. */
  CompletionStage<SetResult> set(SetRequest request);

  /** Asks the device for a key; its answer is decoded like any message. */
  CompletionStage<Void> get(GetRequest request);
}
