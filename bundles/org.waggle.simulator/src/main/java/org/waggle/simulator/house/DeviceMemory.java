package org.waggle.simulator.house;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.Membership;
import org.waggle.simulator.device.Reporter;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.memory.Memory;
import org.waggle.simulator.zdo.Binding;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReportingConfiguration.Reporting;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** What each device keeps when its power is off, written down soon after it changed. */
final class DeviceMemory {

  private static final long SAVE_DELAY_MILLIS = 50;

  private final Memory memory;
  private final ScheduledExecutorService scheduler;
  private final Set<VirtualDevice> changed = new LinkedHashSet<>();

  DeviceMemory(Memory memory, ScheduledExecutorService scheduler) {
    this.memory = memory;
    this.scheduler = scheduler;
  }

  /** Gives a device its memory back, and keeps it from now on. */
  void restore(VirtualDevice device) {
    memory.read(name(device)).ifPresent(saved -> load(device, saved));
    device.onChange(() -> saveSoon(device));
  }

  private static String name(VirtualDevice device) {
    return "device-" + device.ieeeAddress();
  }

  private void saveSoon(VirtualDevice device) {
    if (changed.isEmpty()) {
      scheduler.schedule(this::saveNow, SAVE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
    changed.add(device);
  }

  void saveNow() {
    changed.forEach(device -> memory.write(name(device), save(device)));
    changed.clear();
  }

  private static JsonObject save(VirtualDevice device) {
    JsonObject saved = new JsonObject();
    device
        .membership()
        .ifPresent(
            membership -> {
              saved.addProperty(
                  "extendedPanId", Long.toHexString(membership.network().extendedPanId()));
              saved.addProperty("key", membership.network().key().toString());
              saved.addProperty("networkAddress", membership.networkAddress());
            });
    JsonArray bindings = new JsonArray();
    device.bindings().forEach(binding -> bindings.add(save(binding)));
    saved.add("bindings", bindings);
    JsonObject endpoints = new JsonObject();
    for (VirtualEndpoint endpoint : device.virtualEndpoints()) {
      endpoints.add(Integer.toString(endpoint.id()), save(endpoint));
    }
    saved.add("endpoints", endpoints);
    return saved;
  }

  private static void load(VirtualDevice device, JsonObject json) {
    Fields saved = new Fields(json);
    if (saved.has("networkAddress")) {
      Coordinator.Network network =
          new Coordinator.Network(
              Long.parseUnsignedLong(saved.text("extendedPanId"), 16),
              Octets.ofHex(saved.text("key")));
      device.membership(new Membership(network, saved.number("networkAddress")));
    }
    saved.list("bindings").forEach(it -> device.bind(binding(Fields.of(it, "a binding"))));
    for (VirtualEndpoint endpoint : device.virtualEndpoints()) {
      saved
          .optionalObject("endpoints")
          .flatMap(endpoints -> endpoints.optionalObject(Integer.toString(endpoint.id())))
          .ifPresent(memory -> load(endpoint, memory));
    }
  }

  private static JsonObject save(Binding binding) {
    JsonObject saved = new JsonObject();
    saved.addProperty("endpoint", binding.endpoint());
    saved.addProperty("cluster", binding.cluster());
    if (binding.target() instanceof Binding.ToGroup to) {
      saved.addProperty("group", to.group());
    } else if (binding.target() instanceof Binding.ToEndpoint to) {
      saved.addProperty("ieee", to.address().toString());
      saved.addProperty("to", to.endpoint());
    }
    return saved;
  }

  private static Binding binding(Fields saved) {
    Binding.Target target =
        saved.has("group")
            ? new Binding.ToGroup(saved.number("group"))
            : new Binding.ToEndpoint(
                IeeeAddress.parse(saved.text("ieee")).orElse(IeeeAddress.NONE), saved.number("to"));
    return new Binding(saved.number("endpoint"), saved.number("cluster"), target);
  }

  private static JsonObject save(VirtualEndpoint endpoint) {
    JsonObject saved = new JsonObject();
    JsonObject clusters = new JsonObject();
    for (ClusterAttributes cluster : endpoint.clusters()) {
      JsonObject attributes = new JsonObject();
      cluster.all().forEach((key, value) -> attributes.add(key.toString(), Values.write(value)));
      clusters.add(String.format("0x%04x", cluster.cluster()), attributes);
    }
    saved.add("clusters", clusters);
    JsonArray reporting = new JsonArray();
    endpoint.reporter().configurations().forEach(it -> reporting.add(save(it)));
    saved.add("reporting", reporting);
    endpoint.behaviours().forEach(behaviour -> behaviour.save(saved));
    return saved;
  }

  private static void load(VirtualEndpoint endpoint, Fields saved) {
    for (ClusterAttributes cluster : endpoint.clusters()) {
      saved
          .optionalObject("clusters")
          .flatMap(clusters -> clusters.optionalObject(String.format("0x%04x", cluster.cluster())))
          .ifPresent(attributes -> load(cluster, attributes.json()));
    }
    saved.list("reporting").forEach(it -> loadReporting(endpoint, Fields.of(it, "reporting")));
    endpoint.behaviours().forEach(behaviour -> behaviour.load(saved.json()));
  }

  private static void load(ClusterAttributes cluster, JsonObject attributes) {
    for (Map.Entry<String, JsonElement> entry : attributes.entrySet()) {
      cluster.set(
          Names.attribute(cluster.cluster(), entry.getKey()),
          Values.read(entry.getValue(), Optional.empty()));
    }
  }

  private static JsonObject save(Reporter.Configured configured) {
    JsonObject saved = new JsonObject();
    saved.addProperty("cluster", configured.cluster());
    saved.addProperty("attribute", configured.attribute().toString());
    saved.addProperty("type", configured.reporting().type().name());
    saved.addProperty("min", configured.reporting().minimumInterval());
    saved.addProperty("max", configured.reporting().maximumInterval());
    configured
        .reporting()
        .reportableChange()
        .ifPresent(change -> saved.add("change", Values.write(change)));
    return saved;
  }

  private static void loadReporting(VirtualEndpoint endpoint, Fields saved) {
    int cluster = saved.number("cluster");
    AttributeKey key = Names.attribute(cluster, saved.text("attribute"));
    ZclType type = Values.type(saved.text("type"));
    Optional<ZclValue> change =
        saved.has("change")
            ? Optional.of(Values.read(saved.element("change"), Optional.empty()))
            : Optional.empty();
    Reporting reporting =
        new Reporting(key.id(), type, saved.number("min"), saved.number("max"), change);
    endpoint
        .cluster(cluster)
        .flatMap(attributes -> attributes.get(key))
        .ifPresent(value -> endpoint.reporter().configure(cluster, key, reporting, value));
  }
}
