package org.waggle.device.api.remote;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.trait.ActionTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.Reception.Command;

/** What a colour remote sends. */
final class ColorRemote {

  private static final double FULL = 0xFFFF;
  private static final List<String> LOOP_ACTIONS =
      List.of(
          "deactivate",
          "activate_from_color_loop_start_enhanced_hue",
          "activate_from_enhanced_current_hue");

  /** Names an action, and tells more. */
  @FunctionalInterface
  private interface Teller {
    String tell(Command command, Map<String, @Nullable Object> state);
  }

  private ColorRemote() {}

  static List<Decoder> decoders() {
    return List.of(
        decoder("moveColorTemp", ColorRemote::moveTemperature),
        decoder("stepColorTemp", ColorRemote::stepTemperature),
        decoder("enhancedMoveToHueAndSaturation", ColorRemote::enhancedHueAndSaturation),
        decoder("moveToHueAndSaturation", ColorRemote::hueAndSaturation),
        decoder("stepHue", (command, state) -> step("color_hue_step", command, state)),
        decoder(
            "stepSaturation", (command, state) -> step("color_saturation_step", command, state)),
        decoder("colorLoopSet", ColorRemote::loop),
        decoder("moveToColorTemp", ColorRemote::toTemperature),
        decoder("moveToColor", ColorRemote::toColor),
        decoder("moveHue", ColorRemote::moveHue),
        decoder("moveToSaturation", ColorRemote::toSaturation),
        decoder("moveToHue", ColorRemote::toHue),
        decoder("stopMoveStep", (command, state) -> "stop_move_step"));
  }

  private static Decoder decoder(String command, Teller teller) {
    return ActionTrait.decoder(
        "lightingColorCtrl",
        Set.of(command),
        (reception, received, state) -> teller.tell(received, state));
  }

  private static void put(
      Map<String, @Nullable Object> state, String property, Command command, String parameter) {
    state.put(property, Numbers.of(command.integer(parameter)));
  }

  private static String moveTemperature(Command command, Map<String, @Nullable Object> state) {
    put(state, "action_rate", command, "rate");
    put(state, "action_minimum", command, "minimum");
    put(state, "action_maximum", command, "maximum");
    return switch ((int) command.integer("movemode")) {
      case 1 -> "color_temperature_move_up";
      case 3 -> "color_temperature_move_down";
      default -> "color_temperature_move_stop";
    };
  }

  private static String stepTemperature(Command command, Map<String, @Nullable Object> state) {
    boolean up = command.integer("stepmode") == 1;
    long size = command.integer("stepsize");
    state.put("action_step_size", Numbers.of(size));
    state.put("action_color_temperature_delta", Numbers.of(up ? size : -size));
    if (command.has("transtime")) {
      state.put("action_transition_time", LevelRemote.seconds(command));
    }
    return up ? "color_temperature_step_up" : "color_temperature_step_down";
  }

  private static String enhancedHueAndSaturation(
      Command command, Map<String, @Nullable Object> state) {
    put(state, "action_enhanced_hue", command, "enhancehue");
    state.put("action_hue", Numbers.round(command.integer("enhancehue") * 360 / FULL, 1));
    put(state, "action_saturation", command, "saturation");
    put(state, "action_transition_time", command, "transtime");
    return "enhanced_move_to_hue_and_saturation";
  }

  private static String hueAndSaturation(Command command, Map<String, @Nullable Object> state) {
    put(state, "action_hue", command, "hue");
    put(state, "action_saturation", command, "saturation");
    put(state, "action_transition_time", command, "transtime");
    return "move_to_hue_and_saturation";
  }

  private static String step(String action, Command command, Map<String, @Nullable Object> state) {
    put(state, "action_step_size", command, "stepsize");
    state.put("action_transition_time", LevelRemote.seconds(command));
    return action + (command.integer("stepmode") == 1 ? "_up" : "_down");
  }

  private static String loop(Command command, Map<String, @Nullable Object> state) {
    long flags = command.integer("updateflags");
    state.put(
        "action_update_flags",
        Map.of(
            "action", (flags & 1) != 0,
            "direction", (flags & 2) != 0,
            "time", (flags & 4) != 0,
            "start_hue", (flags & 8) != 0));
    int action = (int) command.integer("action");
    if (action >= 0 && action < LOOP_ACTIONS.size()) {
      state.put("action_action", LOOP_ACTIONS.get(action));
    }
    state.put("action_direction", direction(command));
    put(state, "action_time", command, "time");
    put(state, "action_start_hue", command, "starthue");
    return "color_loop_set";
  }

  private static String toTemperature(Command command, Map<String, @Nullable Object> state) {
    put(state, "action_color_temperature", command, "colortemp");
    put(state, "action_transition_time", command, "transtime");
    return "color_temperature_move";
  }

  private static String toColor(Command command, Map<String, @Nullable Object> state) {
    state.put(
        "action_color",
        Map.of(
            "x", Numbers.round(command.integer("colorx") / FULL, 3),
            "y", Numbers.round(command.integer("colory") / FULL, 3)));
    put(state, "action_transition_time", command, "transtime");
    return "color_move";
  }

  private static String moveHue(Command command, Map<String, @Nullable Object> state) {
    put(state, "action_rate", command, "rate");
    return switch ((int) command.integer("movemode")) {
      case 1 -> "hue_move";
      case 3 -> "hue_down";
      default -> "hue_stop";
    };
  }

  private static String toSaturation(Command command, Map<String, @Nullable Object> state) {
    put(state, "action_saturation", command, "saturation");
    put(state, "action_transition_time", command, "transtime");
    return "move_to_saturation";
  }

  private static String toHue(Command command, Map<String, @Nullable Object> state) {
    put(state, "action_hue", command, "hue");
    state.put("action_transition_time", LevelRemote.seconds(command));
    state.put("action_direction", direction(command));
    return "move_to_hue";
  }

  private static String direction(Command command) {
    return command.integer("direction") == 0 ? "decrement" : "increment";
  }
}
