package org.waggle.device.api.sheet;

import java.util.Optional;
import java.util.function.Predicate;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceMatch.Specificity;

/**
 * What a device is recognized by.
 *
 * @param manufacturerName as the device says it; any if not given
 * @param modelId as the device says it; zero octets and blanks around it do not matter, nor does
 *     case
 * @param filter what else has to hold
 */
public record Fingerprint(
    Optional<String> manufacturerName, String modelId, Predicate<DeviceIdentity> filter) {

  /**
   * @throws IllegalArgumentException if there is no model identifier
   */
  public Fingerprint {
    if (modelId.isBlank()) {
      throw new IllegalArgumentException("a device is recognized by its model identifier");
    }
  }

  Optional<Specificity> matches(DeviceIdentity device) {
    boolean same =
        device.modelId().map(Fingerprint::plain).filter(modelId::equalsIgnoreCase).isPresent()
            && (manufacturerName.isEmpty() || manufacturerName.equals(device.manufacturerName()))
            && filter.test(device);
    if (!same) {
      return Optional.empty();
    }
    return Optional.of(manufacturerName.isPresent() ? Specificity.FINGERPRINT : Specificity.MODEL);
  }

  private static String plain(String modelId) {
    int end = modelId.indexOf('\0');
    return (end < 0 ? modelId : modelId.substring(0, end)).trim();
  }
}
