package org.waggle.simulator.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
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

  NetworkOperations(Ncp ncp, Air air) {
    this.ncp = ncp;
    this.air = air;
  }

  void addTo(Operations operations) {
    operations.on("network", request -> network());
    operations.run(
        "limit_messages", request -> ncp.congestion().limitAsConfigured(request.flag("on", true)));
    operations.run(
        "stack_status", request -> ncp.callBack(new EzspCallback.StackStatus(status(request))));
    operations.run("callback", this::callback);
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
    reply.addProperty("ieee", ncp.eui64().toString());
    JsonArray parents = new JsonArray();
    air.stations().stream()
        .filter(Station::permitsJoining)
        .forEach(station -> parents.add(station.ieeeAddress().toString()));
    reply.add("permitting", parents);
    return reply;
  }

  /** Any frame to the host: Green Power, touchlink, and what nobody thought of. */
  private void callback(Fields request) {
    ncp.callBack(
        new EzspCallback.Other(
            request.number("frame"), Octets.ofHex(request.text("parameters", ""))));
  }
}
