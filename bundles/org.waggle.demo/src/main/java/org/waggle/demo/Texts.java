package org.waggle.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;

/** What the guide says. */
final class Texts {

  private Texts() {}

  static String welcome(String server, String baseTopic) {
    return """

        A simulated Zigbee house is on MQTT at %s, below %s/.
          watch it     mosquitto_sub %s -v -t '%s/#'
        Ctrl-C ends the demo; what joined stays known.
        """
        .formatted(server, baseTopic, options(server), baseTopic);
  }

  static String open(int seconds) {
    return "Joining is open for " + seconds + " s.";
  }

  static String joined(JsonObject data) {
    return "  joins        " + data.get("ieee_address").getAsString();
  }

  /** One line that names a device, and below it one to try on it. */
  static String introduction(JsonObject device, String server, String baseTopic) {
    String name = device.get("friendly_name").getAsString();
    JsonElement definition = device.get("definition");
    if (definition == null || definition.isJsonNull()) {
      return "  is there     " + name + "  (not supported)";
    }
    JsonObject known = definition.getAsJsonObject();
    String line =
        "  is there     %s  %s %s: %s"
            .formatted(
                name, text(known, "vendor"), text(known, "model"), text(known, "description"));
    String payload = somethingToTry(known);
    return payload.isEmpty()
        ? line
        : line
            + "\n    try        mosquitto_pub %s -t '%s/%s/set' -m '%s'"
                .formatted(options(server), baseTopic, name, payload);
  }

  private static String somethingToTry(JsonObject definition) {
    for (JsonElement element : definition.getAsJsonArray("exposes")) {
      JsonObject expose = element.getAsJsonObject();
      if (has(expose, "type", "light")) {
        return isColourful(expose)
            ? "{\"state\":\"ON\",\"brightness\":100,\"color\":{\"hex\":\"#ff8800\"}}"
            : "{\"state\":\"ON\",\"brightness\":100}";
      }
      if (has(expose, "type", "switch")) {
        return "{\"state\":\"TOGGLE\"}";
      }
    }
    return "";
  }

  private static boolean isColourful(JsonObject light) {
    for (JsonElement feature : light.getAsJsonArray("features")) {
      if (has(feature.getAsJsonObject(), "property", "color")) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(JsonObject expose, String key, String value) {
    return expose.has(key) && text(expose, key).equals(value);
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }

  /** The options that bring an MQTT client to a server such as {@code mqtt://127.0.0.1:1883}. */
  private static String options(String server) {
    URI uri = URI.create(server);
    return "-h %s -p %d".formatted(uri.getHost(), uri.getPort());
  }
}
