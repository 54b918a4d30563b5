package org.waggle.device.api.generic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.access.RequestOptions;

/** What users give with the keys that every device takes. */
final class UserInput {

  private UserInput() {}

  /** The {@code options} of a request. */
  static RequestOptions options(@Nullable Object given) {
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

  /**
   * The value of a key that takes an object.
   *
   * @throws DeviceException if it is none
   */
  static Map<?, ?> object(SetRequest request) {
    if (request.value() instanceof Map<?, ?> map) {
      return map;
    }
    throw new DeviceException(request.key() + " is not an object, got " + request.value());
  }
}
