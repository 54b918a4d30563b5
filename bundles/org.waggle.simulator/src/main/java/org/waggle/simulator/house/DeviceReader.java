package org.waggle.simulator.house;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.waggle.simulator.activity.Drift;
import org.waggle.simulator.activity.PowerMeter;
import org.waggle.simulator.activity.XiaomiReport;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.cluster.Behaviours;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.DeviceDescription;
import org.waggle.simulator.device.Reporter;
import org.waggle.simulator.device.SleepPattern;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.zdo.EndpointDescriptor;
import org.waggle.simulator.zdo.NodeDescriptor;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReportingConfiguration;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** Builds devices from their descriptions in JSON; the bundle's README tells the members. */
public final class DeviceReader {

  /** The stack revision is in the upper bits of the server mask. */
  private static final int REVISION_22 = 22 << 9;

  private static final int MAINS_ROUTER = 0x8E;
  private static final int LISTENING_END_DEVICE = 0x8C;
  private static final int SLEEPY_END_DEVICE = 0x80;
  private static final int MAINS_FULL = 0xC110;
  private static final int BATTERY_FULL = 0xC440;

  private final Air air;

  public DeviceReader(Air air) {
    this.air = air;
  }

  /**
   * Builds the device that {@code json} describes.
   *
   * @throws IllegalArgumentException if it describes none; the message names device and member
   */
  public VirtualDevice read(JsonElement json) {
    Fields fields = Fields.of(json, "a device");
    String name = fields.text("name", fields.text("ieee", "?"));
    try {
      return read(fields);
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      throw new IllegalArgumentException("device " + name + ": " + e.getMessage(), e);
    }
  }

  private VirtualDevice read(Fields fields) {
    List<EndpointDescriptor> descriptors = new ArrayList<>();
    for (JsonElement endpoint : fields.list("endpoints")) {
      descriptors.add(descriptor(Fields.of(endpoint, "an endpoint")));
    }
    VirtualDevice device = new VirtualDevice(description(fields, descriptors), air);
    for (JsonElement json : fields.list("endpoints")) {
      Fields endpoint = Fields.of(json, "an endpoint");
      device.add(endpoint(device, descriptor(endpoint), endpoint));
    }
    fields.list("reporting").forEach(it -> reporting(device, Fields.of(it, "reporting")));
    fields.list("drift").forEach(it -> drift(device, Fields.of(it, "drift")));
    fields.optionalObject("meter").ifPresent(it -> meter(device, it));
    fields.optionalObject("xiaomi").ifPresent(it -> xiaomi(device, it));
    return device;
  }

  private static DeviceDescription description(Fields fields, List<EndpointDescriptor> endpoints) {
    IeeeAddress address =
        IeeeAddress.parse(fields.text("ieee"))
            .orElseThrow(() -> new IllegalArgumentException("\"ieee\" is no IEEE address"));
    boolean router =
        switch (fields.text("type", "router")) {
          case "router" -> true;
          case "endDevice" -> false;
          default -> throw new IllegalArgumentException("\"type\" is router or endDevice");
        };
    boolean sleepy = fields.flag("sleepy", !router);
    int capabilities = router ? MAINS_ROUTER : sleepy ? SLEEPY_END_DEVICE : LISTENING_END_DEVICE;
    NodeDescriptor node =
        new NodeDescriptor(
            router ? NodeDescriptor.Type.ROUTER : NodeDescriptor.Type.END_DEVICE,
            fields.number("macCapabilities", capabilities),
            fields.number("manufacturerCode", 0),
            fields.number("serverMask", REVISION_22),
            82);
    Optional<Fields> sleep = fields.optionalObject("sleep");
    return new DeviceDescription(
        fields.text("name", address.toString()),
        address,
        fields.number("networkAddress", Station.NO_ADDRESS),
        node,
        fields.number("powerDescriptor", sleepy ? BATTERY_FULL : MAINS_FULL),
        endpoints,
        fields.optionalText("linkKey").map(Octets::ofHex).orElse(DeviceDescription.WELL_KNOWN_KEY),
        fields.number("lqi", 180),
        sleep.map(DeviceReader::sleep).orElse(SleepPattern.USUAL),
        fields.flag("unboundReports", false));
  }

  private static SleepPattern sleep(Fields fields) {
    SleepPattern usual = SleepPattern.USUAL;
    return new SleepPattern(
        fields.seconds("afterJoining", usual.afterJoining()),
        fields.seconds("afterSending", usual.afterSending()),
        fields.seconds("poll", usual.pollInterval()));
  }

  private static EndpointDescriptor descriptor(Fields fields) {
    List<Integer> inputs = new ArrayList<>();
    if (fields.has("input")) {
      fields.object("input").json().keySet().forEach(name -> inputs.add(Names.cluster(name)));
    }
    List<Integer> outputs = new ArrayList<>();
    fields.list("output").forEach(name -> outputs.add(Names.cluster(name.getAsString())));
    return new EndpointDescriptor(
        fields.number("id", 1),
        fields.number("profile", 0x0104),
        fields.number("device", 0),
        fields.number("version", 1),
        inputs,
        outputs);
  }

  private static VirtualEndpoint endpoint(
      VirtualDevice device, EndpointDescriptor descriptor, Fields fields) {
    VirtualEndpoint endpoint = new VirtualEndpoint(device, descriptor);
    if (fields.has("input")) {
      for (Map.Entry<String, JsonElement> entry : fields.object("input").json().entrySet()) {
        int cluster = Names.cluster(entry.getKey());
        endpoint.add(attributes(cluster, Fields.of(entry.getValue(), entry.getKey())));
      }
    }
    Behaviours.addTo(endpoint);
    return endpoint;
  }

  private static ClusterAttributes attributes(int cluster, Fields fields) {
    Predicate<AttributeKey> readOnly = Names.readOnly(cluster);
    ClusterAttributes attributes = new ClusterAttributes(cluster, readOnly);
    for (Map.Entry<String, JsonElement> entry : fields.json().entrySet()) {
      AttributeKey key = Names.attribute(cluster, entry.getKey());
      attributes.set(key, Values.read(entry.getValue(), Names.type(cluster, key)));
    }
    return attributes;
  }

  private static VirtualEndpoint endpoint(VirtualDevice device, Fields fields) {
    int id = fields.number("endpoint", device.endpoints().get(0).endpoint());
    return device.endpoint(id).orElseThrow(() -> new IllegalArgumentException("no endpoint " + id));
  }

  private static void reporting(VirtualDevice device, Fields fields) {
    VirtualEndpoint endpoint = endpoint(device, fields);
    int cluster = Names.cluster(fields.text("cluster"));
    AttributeKey key = Names.attribute(cluster, fields.text("attribute"));
    ZclType type = present(endpoint, cluster, key).type();
    Optional<ZclValue> change =
        type.isAnalog()
            ? Optional.of(ZclValue.of(type, (long) fields.number("change", 1)))
            : Optional.empty();
    endpoint
        .reporter()
        .configureByDefault(
            new Reporter.Configured(
                cluster,
                key,
                new ReportingConfiguration.Reporting(
                    key.id(), type, fields.number("min", 0), fields.number("max", 3600), change)));
  }

  private static ZclValue present(VirtualEndpoint endpoint, int cluster, AttributeKey key) {
    return endpoint
        .cluster(cluster)
        .flatMap(attributes -> attributes.get(key))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no attribute " + key + " in cluster " + String.format("0x%04x", cluster)));
  }

  private static void drift(VirtualDevice device, Fields fields) {
    VirtualEndpoint endpoint = endpoint(device, fields);
    int cluster = Names.cluster(fields.text("cluster"));
    AttributeKey key = Names.attribute(cluster, fields.text("attribute", "measuredValue"));
    present(endpoint, cluster, key);
    new Drift(
            cluster,
            key,
            fields.number("from"),
            fields.number("to"),
            fields.seconds("period", Duration.ofMinutes(10)),
            fields.seconds("every", Duration.ofSeconds(10)))
        .start(endpoint);
  }

  private static void meter(VirtualDevice device, Fields fields) {
    new PowerMeter(fields.decimal("watts", 40), fields.seconds("every", Duration.ofSeconds(5)))
        .start(endpoint(device, fields));
  }

  private static void xiaomi(VirtualDevice device, Fields fields) {
    new XiaomiReport(
            fields.number("millivolts", 3000),
            fields.number("powerOutages", 0),
            fields.seconds("afterJoining", Duration.ofSeconds(4)),
            fields.seconds("every", Duration.ofMinutes(50)))
        .start(endpoint(device, fields));
  }
}
