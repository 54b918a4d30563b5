package org.waggle.device.api.light;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.onoff.OnOffKeys;
import org.waggle.device.api.onoff.PowerOnBehavior;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * A light with brightness, and what else it can do.
 *
 * @param temperatures colour temperatures it can show, if any
 * @param colorModes in which it takes colours; none if it has but white
 * @param meta what is special about how it wants to be spoken to
 */
public record Light(
    Optional<Range> temperatures,
    List<ColorMode> colorModes,
    boolean effects,
    boolean powerOnBehavior,
    Map<String, Object> meta,
    Scope scope)
    implements TraitSource {

  /** How a light is told a colour. */
  public enum ColorMode {
    /** CIE 1931 x and y. */
    XY,
    /** Hue and saturation. */
    HS
  }

  /**
   * Colour temperatures.
   *
   * @param minimum mireds
   * @param maximum mireds
   */
  public record Range(int minimum, int maximum) {}

  private static final int MAINS = 1;

  public Light {
    colorModes = List.copyOf(colorModes);
    meta = Map.copyOf(meta);
  }

  /** A light that can be dimmed. */
  public static Light light() {
    return new Light(Optional.empty(), List.of(), true, true, Map.of(), Scope.ALL);
  }

  /** The option for how long changes take. */
  static Expose transition() {
    return Expose.numeric("transition", Access.SET)
        .with("value_min", 0)
        .withStep(new BigDecimal("0.1"))
        .withDescription(
            "Controls the transition time (in seconds) of on/off, brightness, color temperature (if"
                + " applicable) and color (if applicable) changes. Defaults to `0` (no"
                + " transition).");
  }

  /**
   * @param minimum mireds
   * @param maximum mireds
   */
  public Light withTemperatures(int minimum, int maximum) {
    return new Light(
        Optional.of(new Range(minimum, maximum)),
        colorModes,
        effects,
        powerOnBehavior,
        meta,
        scope);
  }

  public Light withColor(ColorMode... modes) {
    return new Light(temperatures, List.of(modes), effects, powerOnBehavior, meta, scope);
  }

  /** It takes hues of 16 bits. */
  public Light withEnhancedHue() {
    return marked(ColorKeys.ENHANCED_HUE);
  }

  /** It takes 1 for off. */
  public Light turningOffAtBrightness1() {
    return marked("turnsOffAtBrightness1");
  }

  /** It takes the reddest red only if it is a bit less red. */
  public Light withRedFix() {
    return marked(ColorKeys.RED_FIX);
  }

  private Light marked(String mark) {
    Map<String, Object> more = new LinkedHashMap<>(meta);
    more.put(mark, true);
    return new Light(temperatures, colorModes, effects, powerOnBehavior, more, scope);
  }

  public Light withoutEffects() {
    return new Light(temperatures, colorModes, false, powerOnBehavior, meta, scope);
  }

  public Light withoutPowerOnBehavior() {
    return new Light(temperatures, colorModes, effects, false, meta, scope);
  }

  public Light at(Scope scope) {
    return new Light(temperatures, colorModes, effects, powerOnBehavior, meta, scope);
  }

  @Override
  public Trait trait() {
    CompositeTrait trait =
        CompositeTrait.exposing(scope, List.of())
            .withExposes(LightExposes.of(this))
            .decodedBy(OnOffKeys.decoder(), LightDecoders.brightness(), LevelConfig.decoder())
            .encodedBy(
                BrightnessKeys.encoder().at(scope).withOptions(transition()),
                ignored("transition"),
                LevelConfig.encoder(),
                ignored("rate"),
                MoveKeys.brightnessMove(),
                MoveKeys.brightnessStep())
            .encodedBy(colorEncoders().toArray(KeyEncoder[]::new))
            .configuredBy(LightSteps::readColorCapabilities, Step.powerSourceIfUnknown(MAINS))
            .withMeta(allMeta());
    if (temperatures.isPresent() || !colorModes.isEmpty()) {
      trait = trait.decodedBy(LightDecoders.color());
    }
    if (effects) {
      trait = trait.encodedBy(EffectKeys.encoder());
    }
    return powerOnBehavior
        ? trait.decodedBy(PowerOnBehavior.decoder()).encodedBy(PowerOnBehavior.encoder())
        : trait;
  }

  private List<KeyEncoder> colorEncoders() {
    boolean hasColor = !colorModes.isEmpty();
    List<KeyEncoder> encoders = new ArrayList<>();
    if (hasColor || temperatures.isPresent()) {
      encoders.add(ColorKeys.encoder(hasColor, temperatures.isPresent()));
      encoders.add(ColorKeys.mode());
      encoders.add(ColorKeys.options());
    }
    if (temperatures.isPresent()) {
      encoders.add(MoveKeys.temperatureMove());
      encoders.add(MoveKeys.temperatureStep());
      encoders.add(ColorKeys.startUp());
    }
    if (hasColor) {
      encoders.add(MoveKeys.hueAndSaturationMove());
      encoders.add(MoveKeys.hueAndSaturationStep());
    }
    return encoders;
  }

  /** Said beside other keys, with nothing to do by itself. */
  private static KeyEncoder ignored(String key) {
    return KeyEncoder.setOnly(
        Set.of(key), request -> CompletableFuture.completedFuture(SetResult.NONE));
  }

  private Map<String, Object> allMeta() {
    Map<String, Object> all = new LinkedHashMap<>(meta);
    if (colorModes.contains(ColorMode.HS)) {
      all.put(ColorKeys.HUE_AND_SATURATION, true);
    }
    return all;
  }
}
