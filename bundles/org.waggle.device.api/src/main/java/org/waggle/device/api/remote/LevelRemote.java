package org.waggle.device.api.remote;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.ActionTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.Reception;
import org.waggle.device.api.trait.Reception.Command;

/** What a dimmer switch sends. */
final class LevelRemote {

  private static final Expose OPTION = SimulatedBrightness.option();

  private LevelRemote() {}

  static List<Decoder> decoders() {
    return List.of(
        decoder("moveToLevel", LevelRemote::moveToLevel),
        decoder("move", LevelRemote::move),
        decoder("step", LevelRemote::step),
        decoder(
            "stop",
            (reception, command, state) -> {
              SimulatedBrightness.of(reception).ifPresent(SimulatedBrightness::stop);
              return "brightness_stop";
            }));
  }

  private static Decoder decoder(String command, ActionTrait.ActionDecoder decode) {
    return ActionTrait.decoder(
        "genLevelCtrl", Set.of(command, command + "WithOnOff"), decode, OPTION);
  }

  private static String moveToLevel(
      Reception reception, Command command, Map<String, @Nullable Object> state) {
    long level = command.integer("level");
    state.put("action_level", Numbers.of(level));
    state.put("action_transition_time", seconds(command));
    SimulatedBrightness.of(reception).ifPresent(s -> state.putAll(s.moveTo(level)));
    return "brightness_move_to_level";
  }

  private static String move(
      Reception reception, Command command, Map<String, @Nullable Object> state) {
    boolean down = command.integer("movemode") == 1;
    state.put("action_rate", Numbers.of(command.integer("rate")));
    SimulatedBrightness.of(reception).ifPresent(s -> s.move(down));
    return down ? "brightness_move_down" : "brightness_move_up";
  }

  private static String step(
      Reception reception, Command command, Map<String, @Nullable Object> state) {
    boolean down = command.integer("stepmode") == 1;
    long size = command.integer("stepsize");
    state.put("action_step_size", Numbers.of(size));
    state.put("action_transition_time", seconds(command));
    SimulatedBrightness.of(reception).ifPresent(s -> state.putAll(s.step(down ? -size : size)));
    return down ? "brightness_step_down" : "brightness_step_up";
  }

  static Number seconds(Command command) {
    return Numbers.of(BigDecimal.valueOf(command.integer("transtime"), 1));
  }
}
