package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.waggle.simulator.device.ReceivedFrame;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.house.House;
import org.waggle.zcl.IeeeAddress;

/** Tells those who watch what happens to the devices. */
final class Events {

  private final List<Consumer<JsonObject>> watchers = new CopyOnWriteArrayList<>();

  Events(House house) {
    house.devices().forEach(this::follow);
    house.onAdded(this::follow);
  }

  void add(Consumer<JsonObject> watcher) {
    watchers.add(watcher);
  }

  void remove(Consumer<JsonObject> watcher) {
    watchers.remove(watcher);
  }

  private void follow(VirtualDevice device) {
    device.antenna().log().addListener(this::received);
    device.onJoined(() -> tell(event("joined", device.ieeeAddress())));
  }

  private void received(IeeeAddress device, ReceivedFrame frame) {
    if (!watchers.isEmpty()) {
      JsonObject event = event("frame", device);
      event.add("frame", FrameJson.of(frame));
      tell(event);
    }
  }

  private static JsonObject event(String kind, IeeeAddress device) {
    JsonObject event = new JsonObject();
    event.addProperty("event", kind);
    event.addProperty("device", device.toString());
    return event;
  }

  void tell(JsonObject event) {
    watchers.forEach(watcher -> watcher.accept(event));
  }
}
