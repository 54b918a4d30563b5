package org.waggle.simulator.house;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Many devices for a benchmark: of each four, three are dimmable lamps, and one is a temperature
 * sensor that sleeps. Their addresses only depend on their numbers, which begin with 0.
 */
public final class Crowd {

  private static final long FIRST_IEEE_ADDRESS = 0x00124b00aa000000L;
  private static final int FIRST_NETWORK_ADDRESS = 0x1000;
  private static final int SENSOR_EACH = 4;

  private Crowd() {}

  public static List<JsonElement> of(int count) {
    List<JsonElement> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      devices.add(i % SENSOR_EACH == SENSOR_EACH - 1 ? sensor(i) : lamp(i));
    }
    return devices;
  }

  private static JsonObject device(int number, String name, String type, JsonObject endpoint) {
    JsonObject device = new JsonObject();
    device.addProperty("name", name);
    device.addProperty("ieee", String.format("0x%016x", FIRST_IEEE_ADDRESS + number));
    device.addProperty("networkAddress", FIRST_NETWORK_ADDRESS + number);
    device.addProperty("type", type);
    JsonArray endpoints = new JsonArray();
    endpoints.add(endpoint);
    device.add("endpoints", endpoints);
    return device;
  }

  private static JsonObject lamp(int number) {
    JsonObject input = new JsonObject();
    input.add("genBasic", basic("Lamp"));
    input.add("genIdentify", new JsonObject());
    input.add("genGroups", new JsonObject());
    input.add("genScenes", new JsonObject());
    input.add("genOnOff", new JsonObject());
    input.add("genLevelCtrl", new JsonObject());
    JsonObject endpoint = endpoint(0x0101, input);
    return device(number, "lamp" + number, "router", endpoint);
  }

  private static JsonObject sensor(int number) {
    JsonObject input = new JsonObject();
    input.add("genBasic", basic("Thermometer"));
    input.add("genIdentify", new JsonObject());
    input.add("msTemperatureMeasurement", measured(2100));
    input.add("msRelativeHumidity", measured(4800));
    JsonObject device = device(number, "sensor" + number, "endDevice", endpoint(0x0302, input));
    device.addProperty("unboundReports", true);
    return device;
  }

  private static JsonObject endpoint(int deviceId, JsonObject input) {
    JsonObject endpoint = new JsonObject();
    endpoint.addProperty("id", 1);
    endpoint.addProperty("device", deviceId);
    endpoint.add("input", input);
    return endpoint;
  }

  private static JsonObject basic(String model) {
    JsonObject basic = new JsonObject();
    basic.addProperty("zclVersion", 3);
    basic.addProperty("manufacturerName", "Waggle");
    basic.addProperty("modelId", model);
    basic.addProperty("powerSource", model.equals("Lamp") ? 1 : 3);
    return basic;
  }

  private static JsonObject measured(int value) {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("measuredValue", value);
    return attributes;
  }
}
