package org.waggle.device.api.light;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Setup;
import org.waggle.device.api.trait.Step;

/** How lights are prepared. */
final class LightSteps {

  private static final Attribute CAPABILITIES = LightCommands.COLOR.attribute("colorCapabilities");

  private LightSteps() {}

  /** Not all lights tell, which is no reason not to use them. */
  static CompletionStage<Void> readColorCapabilities(Setup setup) {
    List<DeviceEndpoint> endpoints = new ArrayList<>();
    for (DeviceIdentity.Endpoint endpoint : setup.device().identity().endpoints()) {
      if (endpoint.inputClusters().contains(LightCommands.COLOR.id())) {
        setup.device().endpoint(endpoint.id()).ifPresent(endpoints::add);
      }
    }
    return Step.each(
        endpoints,
        endpoint ->
            Step.readAll(endpoint, CAPABILITIES)
                .thenCompose(
                    ignored ->
                        Step.readIfPossible(
                            endpoint, ColorTemperatureRange.MINIMUM, ColorTemperatureRange.MAXIMUM))
                .exceptionally(failure -> null));
  }
}
