package org.waggle.device.api.trait;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;

/**
 * What users do with a remote: commands it sends become {@code action}. All actions of a device are
 * exposed together.
 *
 * @param actions without endpoint
 */
public record ActionTrait(
    List<String> actions, List<Decoder> decoders, List<Step> steps, Scope scope) implements Trait {

  private static final String ACTION = "action";

  public ActionTrait {
    actions = List.copyOf(actions);
    decoders = List.copyOf(decoders);
    steps = List.copyOf(steps);
  }

  /** All actions of a device. */
  static Expose expose(List<String> actions) {
    return Expose.choice(ACTION, Access.STATE, actions)
        .withDescription("Triggered action (e.g. a button click)")
        .withCategory("diagnostic");
  }

  /**
   * Makes an action of a command, with more about it. A command that was received before is no
   * action again.
   */
  public static Decoder decoder(
      String cluster, Set<String> commands, ActionDecoder decode, Expose... options) {
    return Decoder.ofCommands(
        cluster,
        commands,
        (reception, command) -> {
          if (Repetition.isRepeated(reception)) {
            return Map.of();
          }
          Map<String, @Nullable Object> state = new LinkedHashMap<>();
          state.put(ACTION, reception.property(decode.action(reception, command, state)));
          int group = reception.message().groupId().orElse(0);
          if (group != 0) {
            state.put("action_group", group);
          }
          return state;
        },
        options);
  }

  /** Names the action that a command is, and may add to the state. */
  @FunctionalInterface
  public interface ActionDecoder {
    String action(
        Reception reception, Reception.Command command, Map<String, @Nullable Object> state);
  }

  @Override
  public List<Expose> exposes(Map<String, @Nullable Object> options) {
    List<String> all = new ArrayList<>();
    for (String action : actions) {
      if (scope.names().isEmpty()) {
        all.add(action);
      } else {
        scope.names().forEach(name -> all.add(action + "_" + name));
      }
    }
    return List.of(expose(all));
  }
}
