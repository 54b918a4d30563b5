package org.waggle.device.api.sensing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.Reception;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * A zone of an alarm system (ZCL 8.2): contacts, leak, smoke and motion sensors.
 *
 * @param signals what it tells of
 */
public record IasZone(List<Signal> signals) implements TraitSource {

  /**
   * A bit of the zone status.
   *
   * @param inverted whether it is shown the other way round
   */
  public record Signal(Expose expose, int bit, boolean inverted) {}

  private static final Attribute ZONE_STATUS = Attribute.of("ssIasZone", "zoneStatus");

  public IasZone {
    signals = List.copyOf(signals);
  }

  /** Both alarms, tampering and a low battery, of a zone of unknown kind. */
  public static IasZone zone() {
    return new IasZone(
        List.of(
            alarm("alarm_1", 0, "Indicates whether IAS Zone alarm 1 is active"),
            alarm("alarm_2", 1, "Indicates whether IAS Zone alarm 2 is active"),
            TAMPER,
            BATTERY_LOW));
  }

  /**
   * A zone whose first alarm means something.
   *
   * @param name such as {@code smoke}
   */
  public static IasZone zone(String name, String description) {
    return new IasZone(List.of(alarm(name, 0, description), TAMPER, BATTERY_LOW));
  }

  /** A door or window: true while it is closed. */
  public static IasZone contact() {
    Expose expose =
        Expose.binary("contact", Access.STATE, false, true)
            .withDescription("Indicates whether the device is opened or closed");
    return new IasZone(List.of(new Signal(expose, 0, true), TAMPER, BATTERY_LOW));
  }

  private static Signal alarm(String name, int bit, String description) {
    return new Signal(
        Expose.binary(name, Access.STATE, true, false).withDescription(description), bit, false);
  }

  private static final Signal TAMPER =
      new Signal(
          Expose.binary("tamper", Access.STATE, true, false)
              .withDescription("Indicates whether the device is tampered")
              .withCategory("diagnostic"),
          2,
          false);

  private static final Signal BATTERY_LOW =
      new Signal(
          Expose.binary("battery_low", Access.STATE, true, false)
              .withDescription("Indicates whether the battery of the device is almost empty")
              .withCategory("diagnostic"),
          3,
          false);

  /** The same with one signal more. */
  public IasZone with(Signal signal) {
    List<Signal> more = new ArrayList<>(signals);
    more.add(signal);
    return new IasZone(more);
  }

  @Override
  public Trait trait() {
    return CompositeTrait.exposing(Scope.ALL, signals.stream().map(Signal::expose).toList())
        .decodedBy(
            Decoder.ofCommands(
                "ssIasZone",
                Set.of("statusChangeNotification"),
                (reception, command) -> decode(reception, command.integer("zonestatus"))),
            Decoder.ofAttributes(
                "ssIasZone",
                (reception, attributes) -> {
                  long status = attributes.integer(ZONE_STATUS).orElse(-1);
                  return status < 0 ? Map.of() : decode(reception, status);
                }));
  }

  private Map<String, @Nullable Object> decode(Reception reception, long status) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    for (Signal signal : signals) {
      boolean set = (status >> signal.bit & 1) == 1;
      state.put(reception.property(signal.expose.name().orElse("")), set != signal.inverted);
    }
    return state;
  }
}
