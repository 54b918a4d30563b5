package org.waggle.device.standard;

import static org.waggle.device.api.light.Light.light;
import static org.waggle.device.api.onoff.OnOff.onOff;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.light.Light;
import org.waggle.device.api.light.Light.ColorMode;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Trait;

/** Switches, and what can be dimmed, which is taken for a light. */
final class Loads {

  private static final Attribute CAPABILITIES =
      Attribute.of("lightingColorCtrl", "colorCapabilities");
  private static final Attribute MINIMUM =
      Attribute.of("lightingColorCtrl", "colorTempPhysicalMin");
  private static final Attribute MAXIMUM =
      Attribute.of("lightingColorCtrl", "colorTempPhysicalMax");

  private static final int HUE_SATURATION = 1;
  private static final int ENHANCED_HUE = 1 << 1;
  private static final int XY = 1 << 3;
  private static final int TEMPERATURE = 1 << 4;

  /** A light that does not tell may be able to do all. */
  private static final int EVERYTHING = 31;

  private static final int LIKELY_MINIMUM = 150;
  private static final int LIKELY_MAXIMUM = 500;

  private Loads() {}

  static CompletionStage<List<Trait>> generate(Sample sample) {
    List<Endpoint> lights = sample.endpoints().stream().filter(Loads::isLight).toList();
    List<Endpoint> switches = sample.endpoints().stream().filter(e -> !isLight(e)).toList();
    List<Trait> traits = new ArrayList<>();
    if (!switches.isEmpty()) {
      traits.add(onOff().at(sample.with(switches).scope()).trait());
    }
    Scope scope = lights.isEmpty() ? Scope.ALL : sample.with(lights).scope();
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Endpoint endpoint : lights) {
      all =
          all.thenCompose(ignored -> dimmable(sample, endpoint))
              .thenAccept(light -> traits.add(light.at(scope).trait()));
    }
    return all.thenApply(ignored -> traits);
  }

  private static boolean isLight(Endpoint endpoint) {
    return endpoint.inputClusters().contains(Servers.COLOR_CONTROL)
        || endpoint.inputClusters().contains(Servers.LEVEL_CONTROL);
  }

  private static CompletionStage<Light> dimmable(Sample sample, Endpoint endpoint) {
    if (!endpoint.inputClusters().contains(Servers.COLOR_CONTROL)) {
      return CompletableFuture.completedFuture(light());
    }
    return sample
        .integer(endpoint, CAPABILITIES, EVERYTHING)
        .thenCompose(
            capabilities ->
                withTemperatures(sample, endpoint, colored(light(), capabilities), capabilities));
  }

  private static Light colored(Light light, int capabilities) {
    if ((capabilities & XY) == 0) {
      return light;
    }
    Light colored =
        (capabilities & HUE_SATURATION) != 0
            ? light.withColor(ColorMode.XY, ColorMode.HS)
            : light.withColor(ColorMode.XY);
    return (capabilities & ENHANCED_HUE) != 0 ? colored.withEnhancedHue() : colored;
  }

  private static CompletionStage<Light> withTemperatures(
      Sample sample, Endpoint endpoint, Light light, int capabilities) {
    if ((capabilities & TEMPERATURE) == 0) {
      return CompletableFuture.completedFuture(light);
    }
    return sample
        .integer(endpoint, MINIMUM, LIKELY_MINIMUM)
        .thenCompose(
            minimum ->
                sample
                    .integer(endpoint, MAXIMUM, LIKELY_MAXIMUM)
                    .thenApply(maximum -> light.withTemperatures(minimum, maximum)));
  }
}
