package org.waggle.device.api.closure;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Attributes;
import org.waggle.device.api.trait.Cluster;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Reception;
import org.waggle.device.api.trait.Reporting;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * A door lock (ZCL 7.3) with its users' codes.
 *
 * @param pinCodes how many users it has
 */
public record Lock(int pinCodes, Scope scope) implements TraitSource {

  static final Cluster CLUSTER = Cluster.of("closuresDoorLock");
  private static final Attribute LOCK_STATE = CLUSTER.attribute("lockState");
  private static final Attribute AUTO_RELOCK_TIME = CLUSTER.attribute("autoRelockTime");
  private static final Attribute SOUND_VOLUME = CLUSTER.attribute("soundVolume");
  private static final Attribute DOOR_STATE = CLUSTER.attribute("doorState");
  private static final Reporting REPORTING = Reporting.of(0, Reporting.HOUR, 0);
  private static final List<String> STATES = List.of("not_fully_locked", "locked", "unlocked");
  private static final List<String> VOLUMES = List.of("silent_mode", "low_volume", "high_volume");
  private static final Map<Long, String> DOOR_STATES =
      Map.of(
          0L, "open",
          1L, "closed",
          2L, "error_jammed",
          3L, "error_forced_open",
          4L, "error_unspecified",
          255L, "undefined");

  /** A lock with codes for some users. */
  public static Lock lock(int pinCodes) {
    return new Lock(pinCodes, Scope.ALL);
  }

  public Lock at(Scope scope) {
    return new Lock(pinCodes, scope);
  }

  @Override
  public Trait trait() {
    return CompositeTrait.exposing(scope, exposes())
        .decodedBy(
            Decoder.ofAttributes("closuresDoorLock", Lock::decode),
            LockEvents.operation(),
            LockEvents.programming(),
            LockCodes.pinCodeDecoder(),
            LockCodes.userStatusDecoder())
        .encodedBy(
            KeyEncoder.of(Set.of("state"), Lock::turn, request -> LOCK_STATE.get(request.target()))
                .at(scope),
            LockCodes.pinCode(),
            LockCodes.userStatus(),
            KeyEncoder.of(
                Set.of("auto_relock_time"),
                request -> write(request, AUTO_RELOCK_TIME),
                request -> AUTO_RELOCK_TIME.get(request.target())),
            KeyEncoder.of(
                Set.of("sound_volume"),
                Lock::setVolume,
                request -> SOUND_VOLUME.get(request.target())))
        .configuredBy(Step.reporting(LOCK_STATE, REPORTING, Scope.ALL))
        .withMeta(Map.of(LockCodes.COUNT, pinCodes));
  }

  private static List<Expose> exposes() {
    return List.of(
        Expose.lock()
            .withFeature(
                Expose.binary("state", Access.ALL, "LOCK", "UNLOCK")
                    .withDescription("State of the lock"))
            .withFeature(
                Expose.choice("lock_state", Access.STATE, STATES)
                    .withDescription("Actual state of the lock")),
        LockCodes.expose(),
        LockEvents.action(),
        Expose.choice("action_source_name", Access.STATE, List.of("keypad", "rfid", "manual", "rf"))
            .withDescription("Source of the triggered action on the lock"),
        Expose.numeric("action_user", Access.STATE)
            .withDescription("ID of user that triggered the action on the lock"),
        Expose.numeric("auto_relock_time", Access.ALL)
            .withUnit("s")
            .withDescription(
                "The number of seconds to wait after unlocking a lock before it automatically locks"
                    + " again. 0=disabled")
            .withRange(0, 3600),
        Expose.choice("sound_volume", Access.ALL, VOLUMES)
            .withDescription("Sound volume of the lock"));
  }

  private static Map<String, @Nullable Object> decode(Reception reception, Attributes attributes) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    attributes
        .integer(LOCK_STATE)
        .ifPresent(
            v -> {
              state.put(reception.property("state"), v == 1 ? "LOCK" : "UNLOCK");
              if (v >= 0 && v < STATES.size()) {
                state.put(reception.property("lock_state"), STATES.get((int) v));
              }
            });
    attributes
        .integer(AUTO_RELOCK_TIME)
        .ifPresent(v -> state.put(reception.property("auto_relock_time"), Numbers.of(v)));
    attributes
        .integer(SOUND_VOLUME)
        .ifPresent(
            v -> {
              if (v >= 0 && v < VOLUMES.size()) {
                state.put(reception.property("sound_volume"), VOLUMES.get((int) v));
              }
            });
    attributes
        .integer(DOOR_STATE)
        .ifPresent(
            v -> {
              if (DOOR_STATES.containsKey(v)) {
                state.put(reception.property("door_state"), DOOR_STATES.get(v));
              }
            });
    return state;
  }

  /** The value is a command, or an object of it and a code. The lock reports what became of it. */
  private static CompletionStage<SetResult> turn(SetRequest request) {
    Object wish = request.value();
    String code = "";
    if (wish instanceof Map<?, ?> map) {
      code = map.get("code") instanceof String text ? text : "";
      wish = map.get("state");
    }
    String command = wish instanceof String text ? text.toUpperCase(Locale.ROOT) : "null";
    if (!Set.of("LOCK", "UNLOCK", "TOGGLE").contains(command)) {
      throw new DeviceException(
          "'" + command + "' not allowed, choose between: LOCK,UNLOCK,TOGGLE");
    }
    return CLUSTER
        .command(
            request.target(),
            command.toLowerCase(Locale.ROOT) + "Door",
            Map.of("pincodevalue", code.getBytes(StandardCharsets.US_ASCII)))
        .thenApply(answer -> SetResult.NONE);
  }

  private static CompletionStage<SetResult> write(SetRequest request, Attribute attribute) {
    Object value = Numbers.of(Numbers.require(request.value(), request.key()));
    return attribute
        .set(request.target(), value)
        .thenApply(ignored -> SetResult.of(Map.of(request.key(), value)));
  }

  private static CompletionStage<SetResult> setVolume(SetRequest request) {
    int volume = VOLUMES.indexOf(request.value());
    if (volume < 0) {
      throw new DeviceException(
          "'%s' not allowed, choose between: %s"
              .formatted(request.value(), String.join(",", VOLUMES)));
    }
    return SOUND_VOLUME
        .set(request.target(), volume)
        .thenApply(ignored -> SetResult.of(Map.of("sound_volume", VOLUMES.get(volume))));
  }
}
