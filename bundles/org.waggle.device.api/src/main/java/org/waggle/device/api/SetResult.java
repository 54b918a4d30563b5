package org.waggle.device.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.IeeeAddress;

/**
 * What a set has made of the state.
 *
 * @param state of the device or group that was set; keys without endpoint suffix
 * @param memberStates of members of the group that was set, where they differ from {@code state}
 */
public record SetResult(
    Map<String, @Nullable Object> state,
    Map<IeeeAddress, Map<String, @Nullable Object>> memberStates) {

  /** Nothing is known to have changed. */
  public static final SetResult NONE = new SetResult(Map.of(), Map.of());

  public static SetResult of(Map<String, @Nullable Object> state) {
    return new SetResult(state, Map.of());
  }
}
