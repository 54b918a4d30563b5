package org.waggle.device.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceMatch;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.sheet.DeviceSheet;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.Traits;

/**
 * Makes up a definition for any device from the clusters it has, and asks it for what these do not
 * tell, such as the colours of a light.
 */
@Component
public final class StandardDevices implements DeviceCatalog {

  private static final int GREEN_POWER = 242;

  @Override
  public CompletionStage<Optional<DeviceMatch>> match(Device device) {
    return new Generation(device)
        .traits()
        .thenApply(
            traits ->
                Optional.of(
                    new DeviceMatch(sheet(device.identity(), traits), Specificity.GENERATED)));
  }

  private static DeviceDefinition sheet(DeviceIdentity device, List<Trait> traits) {
    return new DeviceSheet(
        device.manufacturerName().orElse(""),
        device.modelId().orElse(""),
        "Automatically generated definition",
        DeviceDefinition.Source.GENERATED,
        List.of(),
        new Traits(traits, endpointNames(device)),
        false,
        "0.0.0");
  }

  /** Several endpoints are told apart by their numbers. */
  private static Map<String, Integer> endpointNames(DeviceIdentity device) {
    Map<Integer, Integer> sorted = new TreeMap<>();
    device.endpoints().stream()
        .map(DeviceIdentity.Endpoint::id)
        .filter(id -> id != GREEN_POWER)
        .forEach(id -> sorted.put(id, id));
    Map<String, Integer> names = new LinkedHashMap<>();
    if (sorted.size() > 1) {
      sorted.keySet().forEach(id -> names.put(String.valueOf(id), id));
    }
    return names;
  }
}
