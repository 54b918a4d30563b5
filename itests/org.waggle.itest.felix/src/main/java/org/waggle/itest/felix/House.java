package org.waggle.itest.felix;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The demo house, a network and a bridge, configured as a user would. */
record House(ConfigurationAdmin configurations, Path folder) {

  static final String PLUG = "0x00124b0025000001";

  void configure() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    update(
        configurations.getFactoryConfiguration("org.waggle.simulator", "house", "?"),
        Map.of("port", Integer.toString(port), "join_interval", "50"));
    update(
        configurations.getFactoryConfiguration("org.waggle.zigbee", "default", "?"),
        Map.of("port", "tcp://127.0.0.1:" + port, "directory", folder.toString()));
    update(
        configurations.getFactoryConfiguration("org.waggle.bridge", "default", "?"),
        Map.of("base_topic", "zigbee2mqtt"));
  }

  private static void update(Configuration configuration, Map<String, String> values)
      throws IOException {
    configuration.update(FrameworkUtil.asDictionary(values));
  }

  /** Lets the plug join and waits for the end of its interview. */
  void pair(Topics topics) throws InterruptedException {
    topics.await("zigbee2mqtt/bridge/state", state -> state.toString().contains("online"));
    topics.publish("zigbee2mqtt/bridge/request/permit_join", "{\"time\":60}");
    topics.await("zigbee2mqtt/bridge/devices", devices -> !model(devices).isEmpty());
  }

  /** The model by which {@code bridge/devices} calls the plug; empty while it has none. */
  static String model(JsonElement devices) {
    for (JsonElement element : devices.getAsJsonArray()) {
      JsonObject device = element.getAsJsonObject();
      JsonElement definition = device.get("definition");
      if (device.get("ieee_address").getAsString().equals(PLUG)
          && definition != null
          && definition.isJsonObject()) {
        return definition.getAsJsonObject().get("model").getAsString();
      }
    }
    return "";
  }
}
