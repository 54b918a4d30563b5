package org.waggle.zigbee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.waggle.zcl.ConfigureReporting;
import org.waggle.zcl.ConfigureReportingResponse;
import org.waggle.zcl.Direction;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ReportingConfiguration.Reporting;
import org.waggle.zcl.zdo.BindRequest;
import org.waggle.zcl.zdo.BindResponse;
import org.waggle.zcl.zdo.BindingTableEntry;
import org.waggle.zcl.zdo.BindingTarget;
import org.waggle.zcl.zdo.UnbindRequest;
import org.waggle.zcl.zdo.UnbindResponse;
import org.waggle.zcl.zdo.ZdoStatus;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZclRequest.Target;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/** Tells nodes to whom to report, and what; and remembers it. On the event thread only. */
final class Bindings {

  private final Requests requests;
  private final Persistence persistence;
  private final Listeners listeners;

  Bindings(Requests requests, Persistence persistence, Listeners listeners) {
    this.requests = requests;
    this.persistence = persistence;
    this.listeners = listeners;
  }

  CompletionStage<Void> bindToCoordinator(
      Node node, int endpoint, int clusterId, IeeeAddress coordinator) {
    return bind(
        node, endpoint, new Binding(clusterId, new Binding.Target.Endpoint(coordinator, 1)));
  }

  CompletionStage<Void> bind(Node node, int endpoint, Binding binding) {
    return requests
        .ask(node, new BindRequest(entry(node, endpoint, binding)))
        .thenCompose(
            answer -> {
              demand(node, answer instanceof BindResponse r ? r.status() : ZdoStatus.NOT_SUPPORTED);
              return remember(node, endpoint, before -> Endpoints.bound(before, binding));
            });
  }

  CompletionStage<Void> unbind(Node node, int endpoint, Binding binding) {
    return requests
        .ask(node, new UnbindRequest(entry(node, endpoint, binding)))
        .thenCompose(
            answer -> {
              ZdoStatus status =
                  answer instanceof UnbindResponse r ? r.status() : ZdoStatus.NOT_SUPPORTED;
              if (!status.equals(ZdoStatus.NO_ENTRY)) {
                demand(node, status);
              }
              return remember(node, endpoint, before -> Endpoints.unbound(before, binding));
            });
  }

  /** Configures reporting; a frame for each manufacturer code among the attributes. */
  CompletionStage<Void> configureReporting(
      Node node, int endpoint, List<ReportingConfiguration> configurations) {
    record Frame(int clusterId, OptionalInt manufacturerCode) {}
    Map<Frame, List<ReportingConfiguration>> frames = new LinkedHashMap<>();
    for (ReportingConfiguration configuration : configurations) {
      frames
          .computeIfAbsent(
              new Frame(configuration.clusterId(), configuration.manufacturerCode()),
              frame -> new ArrayList<>())
          .add(configuration);
    }
    CompletionStage<Void> all = CompletableFuture.completedStage(null);
    for (Map.Entry<Frame, List<ReportingConfiguration>> frame : frames.entrySet()) {
      all =
          all.thenCompose(
              before ->
                  configure(
                      node,
                      endpoint,
                      frame.getKey().clusterId,
                      frame.getKey().manufacturerCode,
                      frame.getValue()));
    }
    return all;
  }

  private CompletionStage<Void> configure(
      Node node,
      int endpoint,
      int clusterId,
      OptionalInt manufacturerCode,
      List<ReportingConfiguration> configurations) {
    return requests
        .send(
            node,
            endpoint,
            new ZclRequest(
                new Target.Endpoint(new EndpointAddress(node.ieeeAddress(), endpoint)),
                clusterId,
                manufacturerCode,
                Direction.CLIENT_TO_SERVER,
                new ConfigureReporting(
                    configurations.stream().map(Bindings::configurationRecord).toList()),
                1,
                true,
                OptionalInt.empty(),
                ZclRequest.DEFAULT_TIMEOUT,
                Patience.NONE))
        .thenCompose(
            answer -> {
              demandConfigured(node, answer);
              return remember(
                  node, endpoint, before -> Endpoints.reporting(before, configurations));
            });
  }

  private static org.waggle.zcl.ReportingConfiguration configurationRecord(
      ReportingConfiguration configuration) {
    return new Reporting(
        configuration.attributeId(),
        configuration.type(),
        configuration.minimumInterval(),
        configuration.maximumInterval(),
        configuration.type().isAnalog() ? configuration.reportableChange() : Optional.empty());
  }

  private static void demandConfigured(Node node, Optional<ZclMessage> answer) {
    if (answer.isPresent()
        && answer.get().frame().command() instanceof ConfigureReportingResponse response
        && !response.failures().isEmpty()) {
      ConfigureReportingResponse.Failure first = response.failures().get(0);
      throw new ZigbeeException(
          first.status(),
          node + " does not report attribute " + first.attributeId() + ": " + first.status());
    }
  }

  private static void demand(Node node, ZdoStatus status) {
    if (!status.isSuccess()) {
      throw new ZigbeeException(Reason.STATUS, node + " answered " + status);
    }
  }

  private CompletionStage<Void> remember(
      Node node, int endpoint, UnaryOperator<ZigbeeEndpoint> change) {
    node.endpoint(endpoint, change);
    return persistence
        .save()
        .thenRun(() -> listeners.tell(listener -> listener.nodeChanged(node.snapshot())));
  }

  private static BindingTableEntry entry(Node node, int endpoint, Binding binding) {
    BindingTarget target;
    if (binding.target() instanceof Binding.Target.Group group) {
      target = new BindingTarget.Group(group.groupId());
    } else {
      Binding.Target.Endpoint other = (Binding.Target.Endpoint) binding.target();
      target = new BindingTarget.Endpoint(other.node(), other.endpoint());
    }
    return new BindingTableEntry(node.ieeeAddress(), endpoint, binding.clusterId(), target);
  }
}
