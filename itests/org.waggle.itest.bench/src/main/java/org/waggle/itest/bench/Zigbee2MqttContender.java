package org.waggle.itest.bench;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.waggle.itest.processes.Mosquitto;
import org.waggle.itest.processes.Zigbee2Mqtt;

/**
 * Real Zigbee2MQTT with Eclipse Mosquitto.
 *
 * @param installation the folder that npm installed it into
 */
record Zigbee2MqttContender(Path installation) implements Contender {

  @Override
  public String name() {
    return "Zigbee2MQTT " + version() + " + Mosquitto";
  }

  private String version() {
    try {
      String json = Files.readString(installation.resolve("node_modules/zigbee2mqtt/package.json"));
      return JsonParser.parseString(json).getAsJsonObject().get("version").getAsString();
    } catch (IOException e) {
      throw new UncheckedIOException("Zigbee2MQTT is not installed in " + installation, e);
    }
  }

  @Override
  public String id() {
    return "zigbee2mqtt";
  }

  @Override
  public Running start(Path data, int radioPort) {
    Mosquitto broker = Mosquitto.start(data.resolve("mosquitto"));
    Zigbee2Mqtt bridge = Zigbee2Mqtt.launch(installation, data, radioPort, broker.port(), "");
    return new Running() {
      @Override
      public int brokerPort() {
        return broker.port();
      }

      @Override
      public List<Long> pids() {
        return List.of(bridge.pid(), broker.pid());
      }

      @Override
      public String tail() {
        return bridge.tail();
      }

      @Override
      public void close() {
        bridge.close();
        broker.close();
      }
    };
  }
}
