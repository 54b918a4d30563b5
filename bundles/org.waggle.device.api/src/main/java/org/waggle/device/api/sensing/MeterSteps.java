package org.waggle.device.api.sensing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.sensing.MeterReading.Factor;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Reporting;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Setup;
import org.waggle.device.api.trait.Step;
import org.waggle.zcl.ZclValue;

/** How meters are prepared: what a report is worth depends on their multipliers and divisors. */
final class MeterSteps {

  private static final int SECONDS = 10;

  private MeterSteps() {}

  /** Has readings of one cluster reported. */
  static Step reporting(List<MeterReading> readings) {
    if (readings.isEmpty()) {
      return setup -> Step.done();
    }
    int clusterId = readings.get(0).attribute().clusterId();
    return setup ->
        Step.each(
            setup.servers(clusterId, Scope.ALL), endpoint -> report(setup, endpoint, readings));
  }

  private static CompletionStage<Void> report(
      Setup setup, DeviceEndpoint endpoint, List<MeterReading> readings) {
    CompletionStage<Void> factors = Step.done();
    for (Factor factor : readings.stream().flatMap(r -> r.factor().stream()).distinct().toList()) {
      factors =
          factors.thenCompose(
              ignored -> Step.readAll(endpoint, factor.divisor(), factor.multiplier()));
    }
    Attribute[] attributes =
        readings.stream().map(MeterReading::attribute).toArray(Attribute[]::new);
    return factors
        .thenCompose(
            ignored -> setup.report(endpoint, List.of(attributes), reporting(endpoint, readings)))
        .thenCompose(ignored -> Step.readIfPossible(endpoint, attributes));
  }

  private static List<Reporting> reporting(DeviceEndpoint endpoint, List<MeterReading> readings) {
    List<Reporting> reporting = new ArrayList<>();
    for (MeterReading reading : readings) {
      BigDecimal change = reading.change();
      if (reading.factor().isPresent()) {
        Factor factor = reading.factor().get();
        change =
            Numbers.scale(
                change, known(endpoint, factor.divisor()), known(endpoint, factor.multiplier()));
      }
      reporting.add(new Reporting(SECONDS, Reporting.LONGEST, change));
    }
    return reporting;
  }

  private static long known(DeviceEndpoint endpoint, Attribute attribute) {
    return endpoint
        .device()
        .identity()
        .endpoint(endpoint.id())
        .flatMap(e -> e.attribute(attribute.clusterId(), attribute.id()))
        .map(ZclValue::value)
        .filter(value -> value instanceof Long number && number != 0)
        .map(Long.class::cast)
        .orElseThrow(() -> new DeviceException("The device does not say how it counts"));
  }
}
