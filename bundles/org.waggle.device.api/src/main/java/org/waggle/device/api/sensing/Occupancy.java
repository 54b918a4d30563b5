package org.waggle.device.api.sensing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Attributes;
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
 * Whether somebody is there. Users may ask, with the option {@code no_occupancy_since}, to be told
 * after some times without.
 */
public record Occupancy(Scope scope) implements TraitSource {

  private static final String NAME = "occupancy";
  private static final String SINCE = "no_occupancy_since";
  private static final Attribute OCCUPANCY = Attribute.of("msOccupancySensing", NAME);
  private static final Reporting REPORTING = Reporting.of(0, Reporting.HOUR, 0);

  public static Occupancy occupancy() {
    return new Occupancy(Scope.ALL);
  }

  public Occupancy at(Scope scope) {
    return new Occupancy(scope);
  }

  @Override
  public Trait trait() {
    Expose expose =
        Expose.binary(NAME, Access.STATE_GET, true, false)
            .withDescription("Indicates whether the device detected occupancy");
    return CompositeTrait.exposing(scope, List.of(expose))
        .decodedBy(Decoder.ofAttributes("msOccupancySensing", Occupancy::decode, sinceOption()))
        .encodedBy(KeyEncoder.getting(Set.of(NAME), OCCUPANCY))
        .configuredBy(Step.reporting(OCCUPANCY, REPORTING, scope));
  }

  private static Expose sinceOption() {
    return Expose.list(SINCE, Access.SET, Expose.numeric("time", Access.STATE_SET))
        .withDescription(
            "Sends a message after the last time no occupancy (occupancy: false) was detected. When"
                + " setting this for example to [10, 60] a `{\"no_occupancy_since\": 10}` will be"
                + " sent after 10 seconds and a `{\"no_occupancy_since\": 60}` after 60 seconds.");
  }

  private static Map<String, @Nullable Object> decode(Reception reception, Attributes attributes) {
    OptionalLong value = attributes.integer(OCCUPANCY);
    if (value.isEmpty()) {
      return Map.of();
    }
    boolean occupied = (value.getAsLong() & 1) == 1;
    if (reception.options().get(SINCE) instanceof List<?> times) {
      times.forEach(time -> remind(reception, time, occupied));
    }
    return reception.only(NAME, occupied);
  }

  private static void remind(Reception reception, @Nullable Object time, boolean occupied) {
    BigDecimal seconds = Numbers.parse(time).orElse(null);
    if (seconds == null) {
      return;
    }
    String key = SINCE + " " + reception.message().endpoint() + " " + seconds;
    if (occupied) {
      reception.device().cancel(key);
    } else {
      Number since = Numbers.of(seconds);
      reception
          .device()
          .schedule(
              key,
              Duration.ofMillis(Numbers.whole(seconds.movePointRight(3))),
              () -> reception.device().publish(Map.of(SINCE, since)));
    }
  }
}
