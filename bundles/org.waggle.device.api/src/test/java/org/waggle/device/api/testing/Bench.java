package org.waggle.device.api.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.expose.Calibration;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attributes;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** A device of descriptors in JSON, on which a definition is tried. */
public final class Bench {

  private static final List<String> POWER_SOURCES =
      List.of("Unknown", "Mains (single phase)", "Mains (3 phase)", "Battery", "DC Source");

  public final List<String> log = new ArrayList<>();
  public final FakeDevice device;

  /** A device as the fixtures describe it. */
  public Bench(JsonObject description) {
    List<DeviceIdentity.Endpoint> endpoints = new ArrayList<>();
    for (JsonElement element : description.getAsJsonArray("endpoints")) {
      JsonObject endpoint = element.getAsJsonObject();
      endpoints.add(
          new DeviceIdentity.Endpoint(
              endpoint.get("id").getAsInt(),
              integer(endpoint, "profile").orElse(260),
              integer(endpoint, "device").orElse(0),
              integers(endpoint.getAsJsonArray("in")),
              integers(endpoint.getAsJsonArray("out")),
              List.of()));
    }
    device =
        new FakeDevice(
            new DeviceIdentity(
                IeeeAddress.parse(text(description, "ieeeAddr").orElse("0x00124b0000000001"))
                    .orElseThrow(),
                4660,
                !text(description, "type").equals(Optional.of("EndDevice")),
                integer(description, "manufacturerID"),
                text(description, "manufacturerName"),
                text(description, "modelID"),
                powerSource(text(description, "powerSource")),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                endpoints),
            log);
    description.getAsJsonArray("endpoints").forEach(e -> addAttributes(e.getAsJsonObject()));
  }

  private void addAttributes(JsonObject endpoint) {
    FakeEndpoint fake = device.fakeEndpoint(endpoint.get("id").getAsInt());
    if (endpoint.has("attributes")) {
      for (JsonElement element : endpoint.getAsJsonArray("attributes")) {
        JsonObject attribute = element.getAsJsonObject();
        int cluster = attribute.get("cluster").getAsInt();
        int id = attribute.get("attribute").getAsInt();
        ZclType type = ZclType.of(attribute.get("type").getAsInt()).orElseThrow();
        ZclValue value = ZclValue.convert(type, Json.value(attribute.get("value")));
        fake.has(cluster, id, value);
        if (attribute.has("known")) {
          fake.know(cluster, id, value);
        }
      }
    }
    if (endpoint.has("answers")) {
      for (Map.Entry<String, JsonElement> e : endpoint.getAsJsonObject("answers").entrySet()) {
        String[] ids = e.getKey().split("/", -1);
        fake.answers(
            Integer.parseInt(ids[0]),
            Integer.parseInt(ids[1]),
            ZclFrame.of(
                OptionalInt.empty(),
                Direction.SERVER_TO_CLIENT,
                true,
                0,
                new ClusterCommand(
                    Integer.parseInt(ids[1]), Octets.ofHex(e.getValue().getAsString()))));
      }
    }
  }

  private static OptionalInt powerSource(Optional<String> name) {
    int index = POWER_SOURCES.indexOf(name.orElse(""));
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  private static OptionalInt integer(JsonObject object, String key) {
    return object.has(key) && !object.get(key).isJsonNull()
        ? OptionalInt.of(object.get(key).getAsInt())
        : OptionalInt.empty();
  }

  private static Optional<String> text(JsonObject object, String key) {
    return object.has(key) && !object.get(key).isJsonNull()
        ? Optional.of(object.get(key).getAsString())
        : Optional.empty();
  }

  private static List<Integer> integers(JsonArray array) {
    List<Integer> list = new ArrayList<>();
    if (array != null) {
      array.forEach(e -> list.add(e.getAsInt()));
    }
    return list;
  }

  /** The definition as Zigbee2MQTT publishes it, without what the bridge adds. */
  public String definitionText(DeviceDefinition definition) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("source", definition.source().name().toLowerCase(Locale.ROOT));
    map.put("model", definition.model());
    map.put("vendor", definition.vendor());
    map.put("description", definition.description());
    map.put("exposes", definition.exposes(device.identity(), device.options()));
    map.put("options", definition.options());
    map.put("supports_ota", definition.supportsOta());
    map.put("version", definition.version());
    return Json.text(map);
  }

  /** What a definition makes of a frame, calibrated as the bridge does. */
  public Map<String, Object> receive(
      DeviceDefinition definition, int endpoint, int clusterId, String frame, OptionalInt group) {
    device.servedBy(definition);
    DeviceMessage message =
        new DeviceMessage(
            endpoint,
            group,
            clusterId,
            ZclFrame.decode(Octets.ofHex(frame)).toOptional().orElseThrow(),
            255,
            Instant.EPOCH);
    Attributes.of(clusterId, message.frame())
        .ifPresent(
            attributes ->
                attributes
                    .values()
                    .forEach(
                        (id, value) -> device.fakeEndpoint(endpoint).know(clusterId, id, value)));
    List<Expose> exposes = definition.exposes(device.identity(), device.options());
    return Calibration.of(exposes, device.options())
        .apply(await(definition.decode(message, device)));
  }

  /** The outcome of a stage that is done, or soon will be. */
  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
