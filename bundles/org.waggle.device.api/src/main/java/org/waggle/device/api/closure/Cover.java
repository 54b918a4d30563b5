package org.waggle.device.api.closure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
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
import org.waggle.device.api.trait.Meta;
import org.waggle.device.api.trait.Reception;
import org.waggle.device.api.trait.Reporting;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * A blind, shutter or curtain (ZCL 7.4). Users read 100 for open and 0 for closed, the other way
 * round than devices, unless they set the option {@code invert_cover}.
 *
 * @param lift whether it has a position
 * @param tilt whether its slats turn
 * @param inverted whether the device has it the users' way
 */
public record Cover(boolean lift, boolean tilt, boolean inverted, Scope scope)
    implements TraitSource {

  private static final String NAME = "closuresWindowCovering";
  private static final Cluster CLUSTER = Cluster.of(NAME);
  private static final Attribute LIFT = CLUSTER.attribute("currentPositionLiftPercentage");
  private static final Attribute TILT = CLUSTER.attribute("currentPositionTiltPercentage");
  private static final Attribute MODE = CLUSTER.attribute("windowCoveringMode");
  private static final Reporting REPORTING = Reporting.of(1, Reporting.LONGEST, 1);
  private static final String INVERTED = "coverInverted";
  private static final String UNREPORTED = "cover_position_tilt_disable_report";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Map<String, String> COMMANDS =
      Map.of(
          "open",
          "upOpen",
          "on",
          "upOpen",
          "close",
          "downClose",
          "off",
          "downClose",
          "stop",
          "stop");
  private static final Map<String, String> OPPOSITES =
      Map.of("upOpen", "downClose", "downClose", "upOpen", "stop", "stop");

  /** A cover with a position. */
  public static Cover cover() {
    return new Cover(true, false, false, Scope.ALL);
  }

  public Cover withTilt() {
    return new Cover(lift, true, inverted, scope);
  }

  public Cover withoutLift() {
    return new Cover(false, tilt, inverted, scope);
  }

  public Cover invertedByDevice() {
    return new Cover(lift, tilt, true, scope);
  }

  public Cover at(Scope scope) {
    return new Cover(lift, tilt, inverted, scope);
  }

  @Override
  public Trait trait() {
    Expose expose =
        Expose.cover()
            .withFeature(
                Expose.choice("state", Access.STATE_SET, List.of("OPEN", "CLOSE", "STOP")));
    CompositeTrait trait = CompositeTrait.exposing(scope, List.of());
    if (lift) {
      expose = expose.withFeature(percent("position", "Position of this cover"));
      trait = trait.configuredBy(Step.reporting(LIFT, REPORTING, Scope.ALL));
    }
    if (tilt) {
      expose = expose.withFeature(percent("tilt", "Tilt of this cover"));
      trait = trait.configuredBy(Step.reporting(TILT, REPORTING, Scope.ALL));
    }
    return trait
        .withExposes(scope.exposes(expose))
        .decodedBy(Decoder.ofAttributes(NAME, this::decode, invertOption()))
        .encodedBy(
            KeyEncoder.setOnly(Set.of("state"), Cover::move).withOptions(invertOption()).at(scope),
            KeyEncoder.of(
                    Set.of("position", "tilt"),
                    Cover::goTo,
                    request ->
                        (request.key().equals("position") ? LIFT : TILT).get(request.target()))
                .withOptions(invertOption(), unreportedOption()))
        .withMeta(inverted ? Map.of(INVERTED, true) : Map.of());
  }

  private static Expose percent(String name, String description) {
    return Expose.numeric(name, Access.ALL)
        .withRange(0, 100)
        .withDescription(description)
        .withUnit("%");
  }

  private static Expose invertOption() {
    return Expose.binary("invert_cover", Access.SET, true, false)
        .withDescription(
            "Inverts the cover position and state, false: open=100,close=0, true: open=0,close=100"
                + " (default false).");
  }

  private static Expose unreportedOption() {
    return Expose.binary(UNREPORTED, Access.SET, true, false)
        .withDescription(
            "Do not publish set cover target position as a normal 'position' value (default"
                + " false).");
  }

  private Map<String, @Nullable Object> decode(Reception reception, Attributes attributes) {
    boolean sameWay = inverted != reception.isOn("invert_cover");
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    position(attributes, LIFT)
        .ifPresent(
            raw -> {
              boolean closed = raw == (sameWay ? 0 : 100);
              state.put(reception.property("position"), Numbers.of(sameWay ? raw : 100 - raw));
              state.put(reception.property("state"), closed ? "CLOSE" : "OPEN");
            });
    position(attributes, TILT)
        .ifPresent(
            raw -> {
              state.put(reception.property("tilt"), Numbers.of(sameWay ? raw : 100 - raw));
              if (!lift) {
                boolean open = raw == (sameWay ? 100 : 0);
                state.put(reception.property("state"), open ? "OPEN" : "CLOSE");
              }
            });
    attributes
        .integer(MODE)
        .ifPresent(bits -> state.put(reception.property("cover_mode"), mode(bits)));
    return state;
  }

  /** More than 100 is not known. */
  private static OptionalLong position(Attributes attributes, Attribute attribute) {
    return attributes.integer(attribute).stream().filter(raw -> raw <= 100).findFirst();
  }

  private static Map<String, Object> mode(long bits) {
    return Map.of(
        "reversed", (bits & 1) != 0,
        "calibration", (bits & 2) != 0,
        "maintenance", (bits & 4) != 0,
        "led", (bits & 8) != 0);
  }

  private static CompletionStage<SetResult> move(SetRequest request) {
    String wish = request.value() instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    String command = COMMANDS.get(wish);
    if (command == null) {
      throw new DeviceException(
          "Key '%s' not found in: [open, close, stop, on, off]".formatted(request.value()));
    }
    boolean invert = Boolean.TRUE.equals(request.options().get("invert_cover"));
    return CLUSTER
        .command(
            request.target(), invert ? OPPOSITES.getOrDefault(command, command) : command, Map.of())
        .thenApply(answer -> SetResult.NONE);
  }

  private static CompletionStage<SetResult> goTo(SetRequest request) {
    BigDecimal wish =
        Numbers.exact(request.value())
            .orElseThrow(
                () ->
                    new DeviceException(
                        "'%s' is not a number, got %s".formatted(request.key(), request.value())));
    boolean sameWay =
        Meta.all(request.target(), INVERTED)
            != Boolean.TRUE.equals(request.options().get("invert_cover"));
    BigDecimal position = sameWay ? wish : HUNDRED.subtract(wish);
    boolean isLift = request.key().equals("position");
    CompletionStage<?> sent =
        isLift
            ? CLUSTER.command(
                request.target(), "goToLiftPercentage", Map.of("percentageliftvalue", position))
            : CLUSTER.command(
                request.target(), "goToTiltPercentage", Map.of("percentagetiltvalue", position));
    boolean unreported = Boolean.TRUE.equals(request.options().get(UNREPORTED));
    return sent.thenApply(
        answer ->
            unreported ? SetResult.NONE : SetResult.of(Map.of(request.key(), Numbers.of(wish))));
  }
}
