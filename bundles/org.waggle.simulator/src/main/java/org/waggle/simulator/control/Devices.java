package org.waggle.simulator.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.house.House;

/** The devices and endpoints that requests speak of. */
record Devices(House house) {

  /** The device in {@code device}, by name or IEEE address. */
  VirtualDevice one(Fields request) {
    return named(request.text("device"));
  }

  /** A device by name or IEEE address. */
  VirtualDevice named(String name) {
    return house.find(name).orElseThrow(() -> new IllegalArgumentException("no device " + name));
  }

  /** The devices in {@code device}: a name, a list of names, or {@code *} for all. */
  List<VirtualDevice> several(Fields request) {
    JsonElement names = request.element("device");
    if (names instanceof JsonPrimitive name) {
      return name.getAsString().equals("*") ? house.devices() : List.of(named(name.getAsString()));
    }
    return request.list("device").stream().map(name -> named(name.getAsString())).toList();
  }

  /** The endpoint in {@code endpoint}, or the device's first one. */
  static VirtualEndpoint endpoint(VirtualDevice device, Fields request) {
    int id = request.number("endpoint", device.endpoints().get(0).endpoint());
    return device.endpoint(id).orElseThrow(() -> new IllegalArgumentException("no endpoint " + id));
  }

  VirtualEndpoint endpoint(Fields request) {
    return endpoint(one(request), request);
  }
}
