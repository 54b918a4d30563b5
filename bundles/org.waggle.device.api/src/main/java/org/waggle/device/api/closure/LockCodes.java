package org.waggle.device.api.closure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Meta;
import org.waggle.device.api.trait.Reception.Command;
import org.waggle.zcl.Octets;

/** The users of a lock and their codes. */
final class LockCodes {

  static final String COUNT = "pinCodeCount";

  private static final List<String> USER_TYPES =
      List.of("unrestricted", "year_day_schedule", "week_day_schedule", "master", "non_access");
  private static final Map<Long, String> STATUS =
      Map.of(0L, "available", 1L, "enabled", 3L, "disabled");
  private static final int ENABLED = 1;
  private static final int DISABLED = 3;
  private static final String EXPOSE_PIN = "expose_pin";

  private LockCodes() {}

  static Expose expose() {
    return Expose.composite("pin_code", "pin_code", Access.ALL)
        .withFeature(
            Expose.numeric("user", Access.SET)
                .withDescription("User ID to set or clear the pincode for"))
        .withFeature(
            Expose.choice("user_type", Access.SET, USER_TYPES)
                .withDescription(
                    "Type of user, unrestricted: owner (default), (year|week)_day_schedule: user has"
                        + " ability to open lock based on specific time period, master: user has"
                        + " ability to both program and operate the door lock, non_access: user is"
                        + " recognized by the lock but does not have the ability to open the lock"))
        .withFeature(
            Expose.binary("user_enabled", Access.SET, true, false)
                .withDescription("Whether the user is enabled/disabled"))
        .withFeature(
            Expose.numeric("pin_code", Access.SET)
                .withLabel("PIN code")
                .withDescription("Pincode to set, set pincode to null to clear"));
  }

  static KeyEncoder pinCode() {
    return KeyEncoder.of(
        Set.of("pin_code"), LockCodes::setPinCode, request -> ask(request, "getPinCode"));
  }

  private static CompletionStage<SetResult> setPinCode(SetRequest request) {
    Map<?, ?> wish = object(request.value(), "pin_code");
    long user = user(wish, request.target());
    Object code = wish.get("pin_code");
    if (code == null) {
      return Lock.CLUSTER
          .command(request.target(), "clearPinCode", Map.of("userid", user))
          .thenApply(answer -> SetResult.NONE);
    }
    String type = wish.get("user_type") instanceof String text ? text : USER_TYPES.get(0);
    int typeIndex = USER_TYPES.indexOf(type);
    if (typeIndex < 0) {
      throw new DeviceException(
          "Key '%s' not found in: [%s]".formatted(type, String.join(", ", USER_TYPES)));
    }
    boolean enabled = !Boolean.FALSE.equals(wish.get("user_enabled"));
    return Lock.CLUSTER
        .command(
            request.target(),
            "setPinCode",
            Map.of(
                "userid",
                user,
                "userstatus",
                enabled ? ENABLED : DISABLED,
                "usertype",
                typeIndex,
                "pincodevalue",
                code.toString()))
        .thenApply(answer -> SetResult.NONE);
  }

  static KeyEncoder userStatus() {
    return KeyEncoder.of(
        Set.of("user_status"), LockCodes::setUserStatus, request -> ask(request, "getUserStatus"));
  }

  private static CompletionStage<SetResult> setUserStatus(SetRequest request) {
    Map<?, ?> wish = object(request.value(), "user_status");
    long user = user(wish, request.target());
    long status =
        STATUS.entrySet().stream()
            .filter(e -> e.getValue().equals(wish.get("status")))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(
                () ->
                    new DeviceException(
                        "Unsupported status: '%s', should be one of: available,enabled,disabled"
                            .formatted(wish.get("status"))));
    return Lock.CLUSTER
        .command(request.target(), "setUserStatus", Map.of("userid", user, "userstatus", status))
        .thenApply(answer -> SetResult.NONE);
  }

  /** Asks about one user, or all. */
  private static CompletionStage<Void> ask(GetRequest request, String command) {
    Object one =
        request.message().get(request.key()) instanceof Map<?, ?> map ? map.get("user") : null;
    if (one != null) {
      return ask(request.target(), command, inRange(one, request.target()));
    }
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (long user = 0; user < count(request.target()); user++) {
      long each = user;
      all = all.thenCompose(ignored -> ask(request.target(), command, each));
    }
    return all;
  }

  private static CompletionStage<Void> ask(Target target, String command, long user) {
    return Lock.CLUSTER.command(target, command, Map.of("userid", user)).thenAccept(a -> {});
  }

  private static long user(Map<?, ?> wish, Target target) {
    return inRange(wish.get("user"), target);
  }

  private static long inRange(@Nullable Object value, Target target) {
    long user = Numbers.whole(Numbers.require(value, "user"));
    if (user < 0 || user >= count(target)) {
      throw new DeviceException("user must be in range for device");
    }
    return user;
  }

  private static int count(Target target) {
    return Meta.first(target, COUNT).orElse(0) instanceof Number count ? count.intValue() : 0;
  }

  private static Map<?, ?> object(@Nullable Object value, String key) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new DeviceException(key + " is not a object, got " + value);
  }

  static Decoder pinCodeDecoder() {
    return Decoder.ofCommands(
        "closuresDoorLock",
        Set.of("getPinCodeRsp"),
        (reception, command) -> {
          Map<String, Object> user = new LinkedHashMap<>();
          user.put("status", status(command));
          if (reception.isOn(EXPOSE_PIN)
              && command.values().get("pincodevalue") instanceof Octets code
              && !code.isEmpty()) {
            user.put("pin_code", code.utf8());
          }
          return users(command, user);
        },
        exposePin());
  }

  static Decoder userStatusDecoder() {
    return Decoder.ofCommands(
        "closuresDoorLock",
        Set.of("getUserStatusRsp"),
        (reception, command) -> users(command, Map.of("status", status(command))),
        exposePin());
  }

  private static Expose exposePin() {
    return Expose.binary(EXPOSE_PIN, Access.SET, true, false)
        .withLabel("Expose PIN")
        .withDescription("Expose pin of this lock in the published payload (default false).");
  }

  private static String status(Command command) {
    long status = command.integer("userstatus");
    return STATUS.getOrDefault(status, "not_supported_" + status);
  }

  private static Map<String, @Nullable Object> users(Command command, Map<String, Object> user) {
    return Map.of("users", Map.of(String.valueOf(command.integer("userid")), user));
  }
}
