package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.waggle.simulator.ash.AshFrame;
import org.waggle.simulator.ash.LineFaults;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.house.Fields;

/** Disturbances of the line between host and coordinator. */
final class LineOperations {

  private static final String[] DIRECTIONS = {"to_host", "from_host"};

  private final Ncp ncp;
  private final HostLink hostLink;

  LineOperations(Ncp ncp, HostLink hostLink) {
    this.ncp = ncp;
    this.hostLink = hostLink;
  }

  void addTo(Operations operations) {
    for (LineFaults.Kind kind : LineFaults.Kind.values()) {
      operations.run(kind.name().toLowerCase(Locale.ROOT), request -> set(kind, request));
    }
    operations.run("drop_link", this::dropLink);
    operations.run("silent", request -> ncp.link().silence(millis(request, "milliseconds", 5000)));
    operations.run("nak", request -> ncp.link().sendNak());
    operations.run("resend", request -> ncp.link().sendAgain());
    operations.run("fail", request -> ncp.fail(request.number("code", AshFrame.ERROR_TIMEOUTS)));
    operations.on("line", request -> waiting());
  }

  /** Sets all rates of both directions at once; those that {@code rates} leaves out to 0. */
  void setAll(Fields rates) {
    for (String direction : DIRECTIONS) {
      Fields own = rates.optionalObject(direction).orElseGet(() -> new Fields(new JsonObject()));
      LineFaults faults = faults(direction);
      faults.delay(millis(own, "delay_milliseconds", 50));
      for (LineFaults.Kind kind : LineFaults.Kind.values()) {
        faults.set(kind, 0, own.decimal(kind.name().toLowerCase(Locale.ROOT), 0));
      }
    }
  }

  private void set(LineFaults.Kind kind, Fields request) {
    LineFaults faults = faults(request.text("direction", DIRECTIONS[0]));
    if (kind == LineFaults.Kind.DELAY) {
      faults.delay(millis(request, "milliseconds", 50));
    }
    faults.set(kind, request.number("count", 0), request.decimal("rate", 0));
  }

  private LineFaults faults(String direction) {
    return switch (direction) {
      case "to_host" -> ncp.link().toHost();
      case "from_host" -> ncp.link().fromHost();
      default -> throw new IllegalArgumentException("\"direction\" is to_host or from_host");
    };
  }

  private void dropLink(Fields request) {
    hostLink.drop(
        millis(request, "refuse", 0), millis(request, "every", 0), request.number("count", 0));
  }

  private static Duration millis(Fields request, String name, int otherwise) {
    return Duration.ofMillis(request.number(name, otherwise));
  }

  private JsonObject waiting() {
    JsonObject reply = new JsonObject();
    reply.addProperty("waiting", ncp.link().waiting());
    return reply;
  }
}
