package org.waggle.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waggle.bridge.device.Catalog;
import org.waggle.bridge.json.JsonParser;
import org.waggle.bridge.json.JsonValues;
import org.waggle.bridge.setup.Settings;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.ZclMessage;

/** A bridge between a fake network and a fake broker. */
public final class Bench {

  public final FakeNetwork network;
  public final FakeMqtt mqtt = new FakeMqtt();
  public Settings settings = Settings.of("default");
  private final Map<DeviceCatalog, Catalog> catalogs = new LinkedHashMap<>();
  private NetworkBridge bridge;

  public Bench() {
    this(new FakeNetwork());
  }

  /** On a network that was used before: what was saved is there. */
  public Bench(FakeNetwork network) {
    this.network = network;
  }

  public NetworkBridge bridge() {
    return bridge;
  }

  /** Offers a catalog, before or after the start. */
  public Bench with(DeviceCatalog catalog) {
    return with(catalog, false, 0);
  }

  public Bench with(DeviceCatalog service, boolean userSupplied, int ranking) {
    Catalog catalog = new Catalog(service, userSupplied, ranking, catalogs.size());
    catalogs.put(service, catalog);
    if (bridge != null) {
      bridge.addCatalog(catalog);
      gather();
    }
    return this;
  }

  public void without(DeviceCatalog service) {
    bridge.removeCatalog(catalogs.remove(service));
    network.settle();
  }

  /** Lets the bridge ask the catalogs that came and went. */
  public void gather() {
    network.advance(Duration.ofMillis(150));
  }

  public Bench start() {
    bridge = new NetworkBridge(network, mqtt, settings, "0.1.0");
    catalogs.values().forEach(bridge::addCatalog);
    bridge.start();
    network.settle();
    return this;
  }

  /** Forgets what was published so far. */
  public Bench forget() {
    mqtt.published.clear();
    return this;
  }

  /** Somebody publishes below the base topic. */
  public void send(String topic, String payload) {
    mqtt.deliver("zigbee2mqtt/" + topic, payload);
    network.settle();
  }

  /** A request, and the response to it, if there is one. */
  public Optional<String> request(String path, String payload) {
    send("bridge/request/" + path, payload);
    List<String> responses = payloads("bridge/response/" + path);
    return responses.isEmpty()
        ? Optional.empty()
        : Optional.of(responses.get(responses.size() - 1));
  }

  /** A device says something. */
  public void receive(ZclMessage message) {
    network.tell(listener -> listener.received(message));
  }

  /** What was published on a topic below the base topic, in order. */
  public List<String> payloads(String topic) {
    return mqtt.published.stream()
        .filter(message -> message.topic().equals("zigbee2mqtt/" + topic))
        .map(MqttMessage::text)
        .toList();
  }

  /** What was published last on a topic below the base topic. */
  public MqttMessage last(String topic) {
    List<MqttMessage> messages =
        mqtt.published.stream()
            .filter(message -> message.topic().equals("zigbee2mqtt/" + topic))
            .toList();
    if (messages.isEmpty()) {
      throw new AssertionError("nothing on " + topic + ", but on " + topics());
    }
    return messages.get(messages.size() - 1);
  }

  /** The topics published on, in order, below the base topic; the log left out. */
  public List<String> topics() {
    return mqtt.published.stream()
        .map(message -> message.topic().substring("zigbee2mqtt/".length()))
        .filter(topic -> !topic.equals("bridge/logging"))
        .toList();
  }

  /** The lines of one level on {@code bridge/logging}. */
  public List<String> lines(String level) {
    List<String> lines = new ArrayList<>();
    for (String payload : payloads("bridge/logging")) {
      Map<String, Object> line = object(payload);
      if (level.equals(line.get("level"))) {
        lines.add((String) line.get("message"));
      }
    }
    return lines;
  }

  /** A JSON object. */
  public static Map<String, Object> object(String json) {
    try {
      return JsonValues.object(JsonParser.parse(json));
    } catch (JsonParser.NotJson e) {
      throw new AssertionError(json, e);
    }
  }

  /** A device as {@code bridge/devices} tells of it last. */
  public Map<String, Object> listed(IeeeAddress device) {
    try {
      for (Object entry : (List<?>) JsonParser.parse(last("bridge/devices").text())) {
        if (device.toString().equals(JsonValues.object(entry).get("ieee_address"))) {
          return JsonValues.object(entry);
        }
      }
    } catch (JsonParser.NotJson e) {
      throw new AssertionError(e);
    }
    throw new AssertionError(device + " is not listed");
  }
}
