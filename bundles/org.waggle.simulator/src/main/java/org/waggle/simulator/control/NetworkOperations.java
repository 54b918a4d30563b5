package org.waggle.simulator.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.ezsp.EzspCallback;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.ezsp.NetworkParameters;
import org.waggle.simulator.ezsp.Status;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.Octets;

/** The coordinator's network, and frames that only a coordinator sends. */
final class NetworkOperations {

  private final Ncp ncp;
  private final Air air;
  private final Devices devices;

  NetworkOperations(Ncp ncp, Air air, Devices devices) {
    this.ncp = ncp;
    this.air = air;
    this.devices = devices;
  }

  void addTo(Operations operations) {
    operations.on("network", request -> network());
    operations.run(
        "stack_status", request -> ncp.callBack(new EzspCallback.StackStatus(status(request))));
    operations.run("callback", this::callback);
    operations.run("green_power", this::greenPower);
    operations.run("touchlink", this::touchlink);
    operations.run("route", this::route);
    operations.on("sent", request -> sent());
  }

  /** A status goes by its byte of before EZSP 14, whatever the version. */
  private static Status status(Fields request) {
    int octet = request.number("status");
    return Status.ofByte(octet)
        .orElseThrow(() -> new IllegalArgumentException("no status " + octet));
  }

  private JsonObject network() {
    NetworkParameters parameters = ncp.parameters();
    JsonObject reply = new JsonObject();
    reply.addProperty("up", ncp.isUp());
    reply.addProperty("open", ncp.permitsJoining());
    reply.addProperty("channel", parameters.channel());
    reply.addProperty("panId", parameters.panId());
    Octets extendedPanId =
        new WireWriter()
            .u32(parameters.extendedPanId())
            .u32(parameters.extendedPanId() >>> 32)
            .toOctets();
    reply.addProperty("extendedPanId", extendedPanId.toString());
    reply.addProperty("networkKey", ncp.networkKey().toString());
    reply.addProperty("frameCounter", ncp.frameCounter());
    reply.addProperty("power", parameters.power());
    reply.addProperty("ieee", ncp.eui64().toString());
    reply.addProperty("ezspVersion", ncp.version().number());
    JsonArray parents = new JsonArray();
    air.stations().stream()
        .filter(Station::permitsJoining)
        .forEach(station -> parents.add(station.ieeeAddress().toString()));
    reply.add("permitting", parents);
    return reply;
  }

  /** Any frame to the host: what nobody thought of. */
  private void callback(Fields request) {
    ncp.callBack(
        new EzspCallback.Other(
            request.number("frame"), Octets.ofHex(request.text("parameters", ""))));
  }

  private void greenPower(Fields request) {
    ncp.callBack(
        new EzspCallback.GreenPowerIncoming(
            Long.decode(request.text("source")),
            request.number("endpoint", 0),
            request.number("sequence", 0),
            request.number("command"),
            Octets.ofHex(request.text("payload", "")),
            request.number("securityLevel", 0),
            request.number("keyType", 0),
            request.number("frameCounter", 0),
            request.number("mic", 0),
            request.number("lqi", 180)));
  }

  /** A MAC frame from outside of the network. */
  private void touchlink(Fields request) {
    int lqi = request.number("lqi", 180);
    ncp.callBack(
        new EzspCallback.MacFilterMatch(lqi, lqi / 4 - 100, Octets.ofHex(request.text("frame"))));
  }

  private void route(Fields request) {
    List<Integer> relays = new ArrayList<>();
    for (JsonElement relay : request.list("relays")) {
      relays.add(devices.named(relay.getAsString()).networkAddress());
    }
    ncp.route(devices.one(request).networkAddress(), relays);
  }

  /** What the host sent that is for no device. */
  private JsonObject sent() {
    JsonObject reply = new JsonObject();
    reply.add("raw", list(ncp.rawMessages()));
    reply.add("greenPower", list(ncp.greenPowerMessages()));
    reply.addProperty("channel", ncp.radioChannel());
    return reply;
  }

  private static JsonArray list(List<Octets> messages) {
    JsonArray list = new JsonArray();
    messages.forEach(message -> list.add(message.toString()));
    return list;
  }
}
