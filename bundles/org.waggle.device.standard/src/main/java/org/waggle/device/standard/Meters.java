package org.waggle.device.standard;

import static org.waggle.device.api.sensing.ElectricityMeter.electricityMeter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.sensing.ElectricityMeter;
import org.waggle.device.api.sensing.ElectricityMeter.Clusters;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Trait;

/** Electricity meters. A device has one, at the first endpoint that has a cluster for it. */
final class Meters {

  private static final Attribute MEASUREMENT_TYPE =
      Attribute.of("haElectricalMeasurement", "measurementType");
  private static final int DIRECT_CURRENT = 1 << 6;

  private Meters() {}

  static CompletionStage<List<Trait>> generate(Sample sample) {
    Endpoint endpoint = sample.endpoints().get(0);
    boolean metering = endpoint.inputClusters().contains(Servers.METERING);
    boolean electrical = endpoint.inputClusters().contains(Servers.ELECTRICAL_MEASUREMENT);
    Scope scope =
        endpoint.id() == 1 ? Scope.only(endpoint.id()) : Scope.named(String.valueOf(endpoint.id()));
    ElectricityMeter meter = electricityMeter().at(scope);
    if (metering) {
      Clusters clusters = electrical ? Clusters.BOTH : Clusters.METERING;
      return CompletableFuture.completedFuture(List.of(meter.of(clusters).trait()));
    }
    ElectricityMeter alone = meter.of(Clusters.ELECTRICAL);
    return sample
        .integer(endpoint, MEASUREMENT_TYPE, 0)
        .thenApply(
            type ->
                List.of(((type & DIRECT_CURRENT) != 0 ? alone.ofDirectCurrent() : alone).trait()));
  }
}
