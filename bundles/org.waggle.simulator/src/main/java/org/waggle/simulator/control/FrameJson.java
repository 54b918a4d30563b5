package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.device.ReceivedFrame;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclHeader;

/** Received frames as JSON, taken apart as far as a comparison needs. */
final class FrameJson {

  private FrameJson() {}

  static JsonObject of(ReceivedFrame frame) {
    ApsMessage message = frame.message();
    JsonObject json = new JsonObject();
    json.addProperty("at", frame.at());
    json.addProperty("source", message.source());
    json.addProperty("cast", message.cast().name().toLowerCase(Locale.ROOT));
    json.addProperty(
        message.cast() == ApsMessage.Cast.MULTICAST ? "group" : "destination",
        message.destination());
    json.addProperty("profile", message.profile());
    json.addProperty("cluster", message.cluster());
    json.addProperty("sourceEndpoint", message.sourceEndpoint());
    json.addProperty("endpoint", message.destinationEndpoint());
    if (message.profile() == ApsMessage.ZDO_PROFILE) {
      zdo(message.payload(), json);
    } else {
      zcl(message.payload(), json);
    }
    json.addProperty("frame", message.payload().toString());
    return json;
  }

  private static void zdo(Octets frame, JsonObject json) {
    if (!frame.isEmpty()) {
      json.addProperty("tsn", frame.at(0));
      json.addProperty("payload", frame.slice(1, frame.size()).toString());
    }
  }

  private static void zcl(Octets octets, JsonObject json) {
    Decoded<ZclFrame> decoded = ZclFrame.decode(octets);
    if (decoded instanceof Decoded.Ok<ZclFrame> ok) {
      ZclHeader header = ok.value().header();
      json.addProperty("frameType", header.frameType().name().toLowerCase(Locale.ROOT));
      header.manufacturerCode().ifPresent(code -> json.addProperty("manufacturerCode", code));
      json.addProperty("direction", header.direction().name().toLowerCase(Locale.ROOT));
      json.addProperty("disableDefaultResponse", header.disableDefaultResponse());
      json.addProperty("tsn", header.sequence());
      json.addProperty("command", header.commandId());
      int headerSize = header.manufacturerCode().isPresent() ? 5 : 3;
      json.addProperty("payload", octets.slice(headerSize, octets.size()).toString());
    }
  }
}
