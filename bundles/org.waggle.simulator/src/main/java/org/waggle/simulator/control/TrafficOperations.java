package org.waggle.simulator.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.device.Antenna;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.house.Names;
import org.waggle.simulator.house.Values;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** Frames that a device is told to send. */
final class TrafficOperations {

  private static final int BROADCAST_TO_LISTENING = 0xFFFD;

  private final Devices devices;
  private final Air air;

  TrafficOperations(Devices devices, Air air) {
    this.devices = devices;
    this.air = air;
  }

  void addTo(Operations operations) {
    operations.later("report", this::report);
    operations.later("send", this::send);
    operations.run(
        "latency", request -> air.latency(Duration.ofMillis(request.number("milliseconds"))));
  }

  /** Reports values, or what the attributes hold, whatever reporting is configured. */
  private CompletionStage<JsonObject> report(Fields request) {
    VirtualEndpoint endpoint = devices.endpoint(request);
    int cluster = Names.cluster(request.text("cluster"));
    OptionalInt manufacturer =
        request.has("manufacturerCode")
            ? OptionalInt.of(request.number("manufacturerCode"))
            : OptionalInt.empty();
    List<AttributeValue> values = values(endpoint, cluster, request.element("attributes"));
    Octets payload =
        endpoint.frame(
            manufacturer, Direction.SERVER_TO_CLIENT, true, new ReportAttributes(values));
    return transmit(endpoint.device(), request, endpoint.route(1, cluster), payload);
  }

  private static List<AttributeValue> values(
      VirtualEndpoint endpoint, int cluster, JsonElement attributes) {
    List<AttributeValue> values = new ArrayList<>();
    if (attributes instanceof JsonArray names) {
      for (JsonElement name : names) {
        AttributeKey key = Names.attribute(cluster, name.getAsString());
        values.add(
            new AttributeValue(
                key.id(),
                present(endpoint, cluster, key)
                    .orElseThrow(() -> new IllegalArgumentException("no attribute " + key))));
      }
      return values;
    }
    for (Map.Entry<String, JsonElement> entry :
        Fields.of(attributes, "\"attributes\"").json().entrySet()) {
      AttributeKey key = Names.attribute(cluster, entry.getKey());
      Optional<ZclType> type =
          present(endpoint, cluster, key).map(ZclValue::type).or(() -> Names.type(cluster, key));
      values.add(new AttributeValue(key.id(), Values.read(entry.getValue(), type)));
    }
    return values;
  }

  private static Optional<ZclValue> present(
      VirtualEndpoint endpoint, int cluster, AttributeKey key) {
    return endpoint.cluster(cluster).flatMap(attributes -> attributes.get(key));
  }

  /** Sends any bytes. */
  private CompletionStage<JsonObject> send(Fields request) {
    VirtualDevice device = devices.one(request);
    Antenna.Route route =
        new Antenna.Route(
            request.number("profile", 0x0104),
            Names.cluster(request.text("cluster")),
            request.number("endpoint", 1),
            request.number("destinationEndpoint", 1));
    return transmit(device, request, route, Octets.ofHex(request.text("payload")));
  }

  /** {@code group}, {@code broadcast} or {@code to} say where; else it is the coordinator. */
  private static CompletionStage<JsonObject> transmit(
      VirtualDevice device, Fields request, Antenna.Route route, Octets payload) {
    if (!device.onNetwork()) {
      throw new IllegalArgumentException(device.description().name() + " is not on the network");
    }
    Antenna antenna = device.antenna();
    int usual = antenna.lqi();
    antenna.lqi(request.number("lqi", usual));
    long sentAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    CompletableFuture<JsonObject> done = new CompletableFuture<>();
    JsonObject reply = new JsonObject();
    reply.addProperty("sentAt", sentAt);
    if (request.has("group")) {
      Antenna.Route toAll =
          new Antenna.Route(
              route.profile(), route.cluster(), route.sourceEndpoint(), ApsMessage.ALL_ENDPOINTS);
      antenna.multicast(request.number("group"), toAll, payload);
      done.complete(reply);
    } else if (request.has("broadcast")) {
      antenna.broadcast(request.number("broadcast", BROADCAST_TO_LISTENING), route, payload);
      done.complete(reply);
    } else {
      int to = request.number("to", Coordinator.ADDRESS);
      antenna.unicast(
          to,
          route,
          payload,
          delivered -> {
            reply.addProperty("delivered", delivered);
            done.complete(reply);
          });
    }
    antenna.lqi(usual);
    return done;
  }
}
