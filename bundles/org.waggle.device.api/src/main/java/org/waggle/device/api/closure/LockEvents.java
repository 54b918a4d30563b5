package org.waggle.device.api.closure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.Reception.Command;

/** What a lock says it was used for (ZCL 7.3.2.17.34 and following). */
final class LockEvents {

  private static final List<String> OPERATIONS =
      List.of(
          "unknown",
          "lock",
          "unlock",
          "lock_failure_invalid_pin_or_id",
          "lock_failure_invalid_schedule",
          "unlock_failure_invalid_pin_or_id",
          "unlock_failure_invalid_schedule",
          "one_touch_lock",
          "key_lock",
          "key_unlock",
          "auto_lock",
          "schedule_lock",
          "schedule_unlock",
          "manual_lock",
          "manual_unlock",
          "non_access_user_operational_event");

  private static final List<String> PROGRAMMING =
      List.of(
          "unknown",
          "master_code_changed",
          "pin_code_added",
          "pin_code_deleted",
          "pin_code_changed",
          "rfid_code_added",
          "rfid_code_deleted");

  private static final List<String> SOURCES =
      List.of("keypad", "rf", "manual", "rfid", "fingerprint");

  private LockEvents() {}

  static Expose action() {
    return Expose.choice("action", Access.STATE, OPERATIONS);
  }

  static Decoder operation() {
    return Decoder.ofCommands(
        "closuresDoorLock",
        Set.of("operationEventNotification"),
        (reception, command) -> event(command, OPERATIONS, "opereventcode", "opereventsrc"));
  }

  static Decoder programming() {
    return Decoder.ofCommands(
        "closuresDoorLock",
        Set.of("programmingEventNotification"),
        (reception, command) -> event(command, PROGRAMMING, "programeventcode", "programeventsrc"));
  }

  private static Map<String, @Nullable Object> event(
      Command command, List<String> names, String code, String source) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    name(state, "action", names, command.integer(code));
    state.put("action_user", Numbers.of(command.integer("userid")));
    state.put("action_source", Numbers.of(command.integer(source)));
    name(state, "action_source_name", SOURCES, command.integer(source));
    return state;
  }

  private static void name(
      Map<String, @Nullable Object> state, String property, List<String> names, long code) {
    if (code >= 0 && code < names.size()) {
      state.put(property, names.get((int) code));
    }
  }
}
