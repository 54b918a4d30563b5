package org.waggle.device.api.sensing;

import static org.waggle.device.api.trait.Reporting.HOUR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.Target;
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
import org.waggle.device.api.trait.Setup;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * What is left of the battery.
 *
 * @param voltage whether its voltage is shown too
 * @param wholePercent whether the device reports percents rather than halves, as it should
 */
public record Battery(boolean voltage, boolean wholePercent) implements TraitSource {

  private static final Attribute PERCENTAGE =
      Attribute.of("genPowerCfg", "batteryPercentageRemaining");
  private static final Attribute VOLTAGE = Attribute.of("genPowerCfg", "batteryVoltage");
  private static final Reporting REPORTING = Reporting.of(HOUR, Reporting.LONGEST, 10);
  private static final BigDecimal UNKNOWN = BigDecimal.valueOf(255);
  private static final int BATTERY = 3;

  public static Battery battery() {
    return new Battery(false, false);
  }

  public Battery withVoltage() {
    return new Battery(true, wholePercent);
  }

  /** A deviation from the specification that some firmware has. */
  public Battery reportedAsWholePercent() {
    return new Battery(voltage, true);
  }

  @Override
  public Trait trait() {
    List<Expose> exposes = new ArrayList<>();
    exposes.add(
        Expose.numeric("battery", Access.STATE_GET)
            .withUnit("%")
            .withDescription("Remaining battery in %")
            .withRange(0, 100)
            .withCategory("diagnostic"));
    if (voltage) {
      exposes.add(
          Expose.numeric("voltage", Access.STATE_GET)
              .withUnit("mV")
              .withDescription("Reported battery voltage in millivolts")
              .withCategory("diagnostic"));
    }
    return CompositeTrait.exposing(Scope.ALL, exposes)
        .decodedBy(Decoder.ofAttributes("genPowerCfg", this::decode))
        .encodedBy(KeyEncoder.getOnly(Set.of("battery", "voltage"), Battery::get))
        .configuredBy(Battery::configure, Step.powerSourceIfUnknown(BATTERY))
        .withMeta(
            wholePercent ? Map.of("battery", Map.of("dontDividePercentage", true)) : Map.of());
  }

  private Map<String, @Nullable Object> decode(Reception reception, Attributes attributes) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    BigDecimal steps = BigDecimal.valueOf(wholePercent ? 1 : 2);
    attributes
        .number(PERCENTAGE)
        .filter(raw -> raw.compareTo(UNKNOWN) < 0)
        .ifPresent(raw -> state.put("battery", Numbers.of(raw.divide(steps))));
    if (voltage) {
      attributes
          .number(VOLTAGE)
          .filter(tenths -> tenths.compareTo(UNKNOWN) < 0)
          .ifPresent(tenths -> state.put("voltage", Numbers.of(tenths.movePointRight(2))));
    }
    return state;
  }

  /** A device need not have both. */
  private static CompletionStage<Void> get(GetRequest request) {
    Target target = KeyEncoder.target(request.target(), request.endpoint(), PERCENTAGE.clusterId());
    return PERCENTAGE
        .get(target)
        .exceptionally(failure -> null)
        .thenCompose(ignored -> VOLTAGE.get(target).exceptionally(failure -> null));
  }

  /** There is one battery, whatever number of endpoints speak of it. */
  private static CompletionStage<Void> configure(Setup setup) {
    DeviceEndpoint first = setup.servers(PERCENTAGE.clusterId(), Scope.ALL).get(0);
    return setup
        .report(first, List.of(PERCENTAGE), List.of(REPORTING))
        .thenCompose(ignored -> Step.readIfPossible(first, PERCENTAGE));
  }
}
