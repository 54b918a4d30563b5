package org.waggle.device.api.remote;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waggle.device.api.trait.ActionTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;

/** Commands of buttons, dimmers, colour wheels and blind switches, as actions. */
public final class Remotes {

  private static final Map<String, String> ON_OFF =
      Map.of("on", "on", "off", "off", "offWithEffect", "off", "toggle", "toggle");
  private static final Map<String, String> COVER =
      Map.of("upOpen", "open", "downClose", "close", "stop", "stop");

  private Remotes() {}

  /** {@code on}, {@code off}, {@code toggle}. */
  public static ActionTrait onOff(Scope scope) {
    return plain("genOnOff", List.of("on", "off", "toggle"), ON_OFF, scope);
  }

  /** {@code open}, {@code close}, {@code stop}. */
  public static ActionTrait cover(Scope scope) {
    return plain("closuresWindowCovering", List.of("open", "close", "stop"), COVER, scope);
  }

  private static ActionTrait plain(
      String cluster, List<String> actions, Map<String, String> names, Scope scope) {
    Decoder decoder =
        ActionTrait.decoder(
            cluster,
            Set.copyOf(names.keySet()),
            (reception, command, state) -> names.getOrDefault(command.name(), command.name()));
    return new ActionTrait(
        actions, List.of(decoder), List.of(Step.bindingClient(cluster, scope)), scope);
  }

  /** Moves, steps and stops of brightness. */
  public static ActionTrait level(Scope scope) {
    return new ActionTrait(
        List.of(
            "brightness_move_to_level",
            "brightness_move_up",
            "brightness_move_down",
            "brightness_step_up",
            "brightness_step_down",
            "brightness_stop"),
        LevelRemote.decoders(),
        List.of(Step.bindingClient("genLevelCtrl", scope)),
        scope);
  }

  /** Whatever is done to colour and colour temperature. */
  public static ActionTrait color(Scope scope) {
    return new ActionTrait(
        List.of(
            "color_temperature_move_stop",
            "color_temperature_move_up",
            "color_temperature_move_down",
            "color_temperature_step_up",
            "color_temperature_step_down",
            "enhanced_move_to_hue_and_saturation",
            "move_to_hue_and_saturation",
            "color_hue_step_up",
            "color_hue_step_down",
            "color_saturation_step_up",
            "color_saturation_step_down",
            "color_loop_set",
            "color_temperature_move",
            "color_move",
            "hue_move",
            "hue_stop",
            "move_to_saturation",
            "move_to_hue",
            "stop_move_step"),
        ColorRemote.decoders(),
        List.of(Step.bindingClient("lightingColorCtrl", scope)),
        scope);
  }
}
