package org.waggle.device.api.light;

import java.util.ArrayList;
import java.util.List;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.light.Light.ColorMode;
import org.waggle.device.api.light.Light.Range;
import org.waggle.device.api.onoff.PowerOnBehavior;

/** What a light exposes. */
final class LightExposes {

  private LightExposes() {}

  static List<Expose> of(Light light) {
    List<Expose> exposes = new ArrayList<>();
    for (Expose expose : light.scope().exposes(dimmable())) {
      exposes.add(withColors(expose, light));
    }
    if (light.effects()) {
      exposes.addAll(light.scope().exposes(effect(light)));
    }
    if (light.powerOnBehavior()) {
      exposes.addAll(light.scope().exposes(PowerOnBehavior.expose()));
    }
    return exposes;
  }

  private static Expose dimmable() {
    return Expose.light()
        .withFeature(
            Expose.binary("state", Access.ALL, "ON", "OFF")
                .with("value_toggle", "TOGGLE")
                .withDescription("On/off state of this light"))
        .withFeature(
            Expose.numeric("brightness", Access.ALL)
                .withRange(0, 254)
                .withDescription("Brightness of this light"));
  }

  private static Expose withColors(Expose expose, Light light) {
    Expose result = expose;
    if (light.temperatures().isPresent()) {
      Range range = light.temperatures().get();
      result =
          result
              .withFeature(temperature("color_temp", range, "Color temperature of this light"))
              .withFeature(
                  temperature(
                          "color_temp_startup",
                          range,
                          "Color temperature after cold power on of this light")
                      .withPreset(
                          "previous", 65535, "Restore previous color_temp on cold power on"));
    }
    for (ColorMode mode : light.colorModes()) {
      result = result.withFeature(mode == ColorMode.XY ? xy() : hueAndSaturation());
    }
    return result;
  }

  private static Expose temperature(String name, Range range, String description) {
    Expose expose =
        Expose.numeric(name, Access.ALL)
            .withUnit("mired")
            .withRange(range.minimum(), range.maximum())
            .withDescription(description)
            .withPreset("coolest", range.minimum(), "Coolest temperature supported");
    expose = within(expose, range, "cool", 250, "Cool temperature (250 mireds / 4000 Kelvin)");
    expose =
        within(expose, range, "neutral", 370, "Neutral temperature (370 mireds / 2700 Kelvin)");
    expose = within(expose, range, "warm", 454, "Warm temperature (454 mireds / 2200 Kelvin)");
    return expose.withPreset("warmest", range.maximum(), "Warmest temperature supported");
  }

  private static Expose within(
      Expose expose, Range range, String name, int mireds, String description) {
    return mireds >= range.minimum() && mireds <= range.maximum()
        ? expose.withPreset(name, mireds, description)
        : expose;
  }

  private static Expose xy() {
    return Expose.composite("color_xy", "color", Access.ALL)
        .withLabel("Color (X/Y)")
        .withFeature(Expose.numeric("x", Access.ALL))
        .withFeature(Expose.numeric("y", Access.ALL))
        .withDescription("Color of this light in the CIE 1931 color space (x/y)");
  }

  private static Expose hueAndSaturation() {
    return Expose.composite("color_hs", "color", Access.ALL)
        .withLabel("Color (HS)")
        .withFeature(Expose.numeric("hue", Access.ALL))
        .withFeature(Expose.numeric("saturation", Access.ALL))
        .withDescription("Color of this light expressed as hue/saturation");
  }

  private static Expose effect(Light light) {
    List<String> effects = new ArrayList<>(EffectKeys.NAMES);
    if (!light.colorModes().isEmpty()) {
      effects.add("colorloop");
      effects.add("stop_colorloop");
    }
    return Expose.choice("effect", Access.SET, effects)
        .withDescription(
            "Triggers an effect on the light (e.g. make light blink for a few seconds)");
  }
}
