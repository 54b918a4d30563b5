package org.waggle.bridge.device;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.ReportingRequest;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Scene;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclCommand;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZigbeeException;

/** An endpoint of a node, for a definition. */
final class NetworkEndpoint extends ZclTarget implements DeviceEndpoint {

  /** The coordinator's endpoint for everything. */
  private static final int COORDINATOR_ENDPOINT = 1;

  private final NetworkDevice device;
  private final EndpointAddress address;

  NetworkEndpoint(
      NetworkDevice device, EndpointAddress address, DeviceContext context, Runner runner) {
    super(new ZclRequest.Target.Endpoint(address), context, runner);
    this.device = device;
    this.address = address;
  }

  @Override
  public int id() {
    return address.endpoint();
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public CompletionStage<Void> bind(int clusterId) {
    return deliver(
        coordinator()
            .thenCompose(
                coordinator -> context.network().bind(address, binding(clusterId, coordinator))));
  }

  @Override
  public CompletionStage<Void> unbind(int clusterId) {
    return deliver(
        coordinator()
            .thenCompose(
                coordinator -> context.network().unbind(address, binding(clusterId, coordinator))));
  }

  private CompletionStage<IeeeAddress> coordinator() {
    return context
        .network()
        .coordinator()
        .map(Coordinator::ieeeAddress)
        .map(CompletableFuture::completedFuture)
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new ZigbeeException(
                        ZigbeeException.Reason.OFFLINE, "the coordinator is not known yet")));
  }

  private static Binding binding(int clusterId, IeeeAddress coordinator) {
    return new Binding(clusterId, new Binding.Target.Endpoint(coordinator, COORDINATOR_ENDPOINT));
  }

  @Override
  public CompletionStage<Void> configureReporting(
      int clusterId, List<ReportingRequest> reporting, RequestOptions options) {
    List<ReportingConfiguration> configurations =
        reporting.stream()
            .map(
                one ->
                    new ReportingConfiguration(
                        clusterId,
                        options.manufacturerCode(),
                        one.attributeId(),
                        one.type(),
                        one.minimumInterval(),
                        one.maximumInterval(),
                        one.reportableChange()))
            .toList();
    return deliver(context.network().configureReporting(address, configurations));
  }

  @Override
  public CompletionStage<Void> send(int clusterId, ZclCommand command, RequestOptions options) {
    return deliver(request(clusterId, command, options).thenAccept(answer -> {}));
  }

  @Override
  public List<Scene> scenes() {
    return context.memory().scenes(address.node(), address.endpoint());
  }

  @Override
  public void noteScene(Scene scene) {
    context.memory().noteScene(address.node(), address.endpoint(), scene);
  }

  @Override
  public void forgetScenes(Predicate<Scene> which) {
    context.memory().forgetScenes(address.node(), address.endpoint(), which);
  }

  @Override
  public Map<String, Object> notes() {
    return context.notes().ofEndpoint(address.node(), address.endpoint());
  }
}
