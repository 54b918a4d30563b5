package org.waggle.device.api.generic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.access.RequestOptions;

/** The {@code options} users give with a request. */
final class UserOptions {

  private UserOptions() {}

  static RequestOptions of(@Nullable Object given) {
    if (!(given instanceof Map<?, ?> options)) {
      return RequestOptions.DEFAULT;
    }
    Object code = options.get("manufacturerCode");
    Object timeout = options.get("timeout");
    return new RequestOptions(
        code == null
            ? OptionalInt.empty()
            : OptionalInt.of(Numbers.require(code, "manufacturerCode").intValue()),
        Boolean.TRUE.equals(options.get("disableDefaultResponse")),
        timeout == null
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(Numbers.require(timeout, "timeout").longValue())),
        Optional.empty(),
        false,
        OptionalInt.empty());
  }
}
