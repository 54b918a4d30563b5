package org.waggle.bridge.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.waggle.bridge.device.DeviceMemory;
import org.waggle.bridge.device.Endpoints;
import org.waggle.device.api.access.Scene;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** An endpoint as {@code bridge/devices} tells of it; clusters and attributes by their names. */
public final class EndpointJson {

  private final ZigbeeNetwork network;
  private final Endpoints endpoints;
  private final DeviceMemory memory;

  public EndpointJson(ZigbeeNetwork network, Endpoints endpoints, DeviceMemory memory) {
    this.network = network;
    this.endpoints = endpoints;
    this.memory = memory;
  }

  /**
   * @param manufacturerCode of the device, which decides between clusters of one id
   */
  Map<String, Object> of(
      IeeeAddress device,
      ZigbeeEndpoint endpoint,
      Clusters clusters,
      OptionalInt manufacturerCode) {
    Map<String, Object> json = new LinkedHashMap<>();
    endpoints.name(device, endpoint.id()).ifPresent(name -> json.put("name", name));
    json.put("scenes", scenes(memory.scenes(device, endpoint.id()), 0));
    json.put("bindings", bindings(endpoint.bindings(), clusters, manufacturerCode));
    json.put("configured_reportings", reporting(endpoint.reporting(), clusters));
    Map<String, Object> clusterNames = new LinkedHashMap<>();
    clusterNames.put("input", names(endpoint.inputClusters(), clusters, manufacturerCode));
    clusterNames.put("output", names(endpoint.outputClusters(), clusters, manufacturerCode));
    json.put("clusters", clusterNames);
    return json;
  }

  /** Scenes of one group, by id; a later one with the same id counts. */
  static List<Map<String, Object>> scenes(List<Scene> scenes, int group) {
    Map<Integer, Map<String, Object>> byId = new TreeMap<>();
    for (Scene scene : scenes) {
      if (scene.groupId() == group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", scene.id());
        json.put(
            "name", scene.name().filter(name -> !name.isEmpty()).orElse("Scene " + scene.id()));
        byId.put(scene.id(), json);
      }
    }
    return List.copyOf(byId.values());
  }

  private static List<String> names(
      List<Integer> ids, Clusters clusters, OptionalInt manufacturerCode) {
    return ids.stream().map(id -> name(id, clusters, manufacturerCode)).toList();
  }

  private static String name(int id, Clusters clusters, OptionalInt manufacturerCode) {
    return clusters
        .find(id, manufacturerCode)
        .map(ClusterDefinition::name)
        .orElse(Integer.toString(id));
  }

  private List<Map<String, Object>> bindings(
      List<Binding> bindings, Clusters clusters, OptionalInt manufacturerCode) {
    List<Map<String, Object>> json = new ArrayList<>();
    for (Binding binding : bindings) {
      target(binding.target())
          .ifPresent(
              target -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("cluster", name(binding.clusterId(), clusters, manufacturerCode));
                one.put("target", target);
                json.add(one);
              });
    }
    return json;
  }

  /** A target that is not known is not shown. */
  private Optional<Map<String, Object>> target(Binding.Target target) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (target instanceof Binding.Target.Endpoint to) {
      json.put("type", "endpoint");
      json.put("ieee_address", to.node().toString());
      json.put("endpoint", to.endpoint());
      return exists(to) ? Optional.of(json) : Optional.empty();
    }
    int group = ((Binding.Target.Group) target).groupId();
    json.put("type", "group");
    json.put("id", group);
    return network.group(group).map(found -> json);
  }

  private boolean exists(Binding.Target.Endpoint target) {
    return network.node(target.node()).flatMap(node -> node.endpoint(target.endpoint())).isPresent()
        || network
            .coordinator()
            .filter(coordinator -> coordinator.ieeeAddress().equals(target.node()))
            .isPresent();
  }

  private static List<Map<String, Object>> reporting(
      List<ReportingConfiguration> configurations, Clusters clusters) {
    List<Map<String, Object>> json = new ArrayList<>();
    for (ReportingConfiguration one : configurations) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("cluster", name(one.clusterId(), clusters, one.manufacturerCode()));
      entry.put("attribute", attribute(one, clusters).orElse("attr" + json.size()));
      entry.put("minimum_report_interval", one.minimumInterval());
      entry.put("maximum_report_interval", one.maximumInterval());
      one.reportableChange()
          .ifPresent(
              change -> {
                if (change.value() instanceof Number number) {
                  entry.put("reportable_change", number);
                }
              });
      json.add(entry);
    }
    return json;
  }

  private static Optional<String> attribute(ReportingConfiguration one, Clusters clusters) {
    return clusters
        .find(one.clusterId(), one.manufacturerCode())
        .flatMap(cluster -> cluster.attribute(one.attributeId(), one.manufacturerCode()))
        .map(AttributeDefinition::name);
  }
}
