package org.waggle.simulator.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.waggle.simulator.activity.Button;
import org.waggle.simulator.cluster.IasZone;
import org.waggle.simulator.cluster.PollControl;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.Joining;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.house.House;
import org.waggle.simulator.house.Houses;
import org.waggle.simulator.house.Names;
import org.waggle.simulator.house.Values;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclValue;

/** What people do to devices: adding, joining, pressing, unplugging, changing. */
final class DeviceOperations {

  private static final int POLL_CONTROL_CLUSTER = 0x0020;
  private static final int IAS_ZONE_CLUSTER = 0x0500;

  private final House house;
  private final Devices devices;

  DeviceOperations(House house, Devices devices) {
    this.house = house;
    this.devices = devices;
  }

  void addTo(Operations operations) {
    operations.on("devices", request -> list());
    operations.on("add", this::add);
    operations.on("join", this::join);
    operations.run("rejoin", this::rejoin);
    operations.run("leave", request -> devices.one(request).joining().leave());
    operations.run("announce", request -> devices.one(request).joining().announce());
    operations.run("unplug", request -> devices.one(request).powered(false));
    operations.run("plug", request -> devices.one(request).powered(true));
    operations.run("awake", this::awake);
    operations.run("press", this::press);
    operations.run("check_in", this::checkIn);
    operations.run("lqi", request -> devices.one(request).antenna().lqi(request.number("lqi")));
    operations.run("set", this::set);
    operations.on("get", this::get);
  }

  private JsonObject list() {
    JsonArray list = new JsonArray();
    for (VirtualDevice device : house.devices()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("name", device.description().name());
      entry.addProperty("ieee", device.ieeeAddress().toString());
      entry.addProperty("networkAddress", device.networkAddress());
      entry.addProperty("joined", device.onNetwork());
      entry.addProperty("powered", device.powered());
      entry.addProperty("bindings", device.bindings().size());
      JsonArray groups = new JsonArray();
      device.virtualEndpoints().forEach(endpoint -> endpoint.groups().all().forEach(groups::add));
      entry.add("groups", groups);
      list.add(entry);
    }
    JsonObject reply = new JsonObject();
    reply.add("devices", list);
    return reply;
  }

  private JsonObject add(Fields request) {
    JsonArray added = new JsonArray();
    for (JsonElement description : Houses.devices(request.element("device"))) {
      added.add(house.add(description).ieeeAddress().toString());
    }
    JsonObject reply = new JsonObject();
    reply.add("added", added);
    return reply;
  }

  private JsonObject join(Fields request) {
    Optional<IeeeAddress> through =
        request
            .optionalText("through")
            .map(
                name ->
                    house
                        .find(name)
                        .map(VirtualDevice::ieeeAddress)
                        .or(() -> IeeeAddress.parse(name))
                        .orElseThrow(() -> new IllegalArgumentException("no device " + name)));
    JsonObject joined = new JsonObject();
    for (VirtualDevice device : devices.several(request)) {
      check(device, device.joining().join(through));
      joined.addProperty(device.ieeeAddress().toString(), device.networkAddress());
    }
    JsonObject reply = new JsonObject();
    reply.add("joined", joined);
    return reply;
  }

  private void rejoin(Fields request) {
    VirtualDevice device = devices.one(request);
    check(device, device.joining().rejoin(request.flag("secured", true)));
  }

  private static void check(VirtualDevice device, Joining.Outcome outcome) {
    String name = device.description().name();
    switch (outcome) {
      case CLOSED -> throw new IllegalArgumentException(name + " finds no network it may join");
      case DENIED -> throw new IllegalArgumentException(name + " was denied by the trust centre");
      case NO_POWER -> throw new IllegalArgumentException(name + " has no power");
      case JOINED -> {}
    }
  }

  private void awake(Fields request) {
    Duration seconds = request.seconds("seconds", Duration.ofSeconds(5));
    devices.one(request).antenna().stayAwake(seconds);
  }

  private void press(Fields request) {
    String name = request.text("button");
    Button.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no button " + name + "; there are " + String.join(", ", Button.names())))
        .press(devices.endpoint(request));
  }

  private void checkIn(Fields request) {
    if (devices.endpoint(request).behaviour(POLL_CONTROL_CLUSTER).orElse(null)
        instanceof PollControl poll) {
      poll.checkIn();
    } else {
      throw new IllegalArgumentException("this device does not check in");
    }
  }

  private void set(Fields request) {
    VirtualEndpoint endpoint = devices.endpoint(request);
    ClusterAttributes attributes = cluster(endpoint, request);
    int cluster = attributes.cluster();
    for (Map.Entry<String, JsonElement> entry : request.object("attributes").json().entrySet()) {
      AttributeKey key = Names.attribute(cluster, entry.getKey());
      Optional<ZclValue> present = attributes.get(key);
      ZclValue value =
          Values.read(
              entry.getValue(), present.map(ZclValue::type).or(() -> Names.type(cluster, key)));
      attributes.set(key, value);
      if (cluster == IAS_ZONE_CLUSTER
          && key.equals(AttributeKey.standard(IasZone.ZONE_STATUS))
          && endpoint.behaviour(cluster).orElse(null) instanceof IasZone zone) {
        zone.status((int) attributes.number(IasZone.ZONE_STATUS, 0));
      }
    }
  }

  private JsonObject get(Fields request) {
    VirtualEndpoint endpoint = devices.endpoint(request);
    ClusterAttributes attributes = cluster(endpoint, request);
    JsonObject values = new JsonObject();
    for (JsonElement name : request.list("attributes")) {
      AttributeKey key = Names.attribute(attributes.cluster(), name.getAsString());
      attributes.get(key).ifPresent(value -> values.add(name.getAsString(), Values.show(value)));
    }
    if (!request.has("attributes")) {
      attributes.all().forEach((key, value) -> values.add(key.toString(), Values.show(value)));
    }
    JsonObject reply = new JsonObject();
    reply.add("attributes", values);
    return reply;
  }

  private static ClusterAttributes cluster(VirtualEndpoint endpoint, Fields request) {
    String name = request.text("cluster");
    return endpoint
        .cluster(Names.cluster(name))
        .orElseThrow(() -> new IllegalArgumentException("the endpoint has no cluster " + name));
  }
}
