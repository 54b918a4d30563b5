package org.waggle.device.api.light;

import java.util.stream.Stream;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.access.Target;

/**
 * How long a change is to take: as the message says, else the option {@code transition}.
 *
 * @param tenths of seconds
 * @param isSpecified whether anybody said so
 */
record Transition(long tenths, boolean isSpecified) {

  private static final int IKEA_OF_SWEDEN = 0x117C;

  static Transition of(SetRequest request) {
    Object seconds = request.message().get("transition");
    if (seconds == null) {
      Object option = request.options().get("transition");
      seconds = "".equals(option) ? null : option;
    }
    if (seconds == null) {
      return new Transition(0, false);
    }
    return new Transition((long) (Numbers.require(seconds, "transition").doubleValue() * 10), true);
  }

  /**
   * The transition of a change of brightness. IKEA's bulbs skip it when a change of colour follows
   * before it is over, so that it then happens at once.
   */
  static Transition ofBrightness(SetRequest request) {
    boolean colorFollows =
        request.message().get("color") != null || request.message().get("color_temp") != null;
    return colorFollows && isByIkea(request.target()) ? new Transition(0, false) : of(request);
  }

  private static boolean isByIkea(Target target) {
    Stream<DeviceEndpoint> endpoints =
        target instanceof DeviceGroup group
            ? group.members().stream()
            : target instanceof DeviceEndpoint endpoint ? Stream.of(endpoint) : Stream.empty();
    return endpoints.anyMatch(
        e -> e.device().identity().manufacturerCode().orElse(-1) == IKEA_OF_SWEDEN);
  }
}
