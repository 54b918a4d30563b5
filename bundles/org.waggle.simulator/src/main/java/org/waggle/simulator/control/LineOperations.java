package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import org.waggle.simulator.ash.AshFrame;
import org.waggle.simulator.ash.LineFaults;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.house.Fields;

/** Disturbances of the line between host and coordinator. */
final class LineOperations {

  private final Ncp ncp;
  private final Runnable dropLink;

  LineOperations(Ncp ncp, Runnable dropLink) {
    this.ncp = ncp;
    this.dropLink = dropLink;
  }

  void addTo(Operations operations) {
    operations.run("drop_link", request -> dropLink.run());
    operations.run("corrupt", request -> set(LineFaults.Kind.CORRUPT, request));
    operations.run("lose", request -> set(LineFaults.Kind.LOSE, request));
    operations.run("nak", request -> ncp.link().sendNak());
    operations.run("resend", request -> ncp.link().sendAgain());
    operations.run(
        "reset", request -> ncp.restart(request.number("code", AshFrame.RESET_SOFTWARE)));
    operations.run("fail", request -> ncp.fail(request.number("code", AshFrame.ERROR_TIMEOUTS)));
    operations.on("line", request -> waiting());
  }

  private void set(LineFaults.Kind kind, Fields request) {
    faults(request).set(kind, request.number("count", 0), request.decimal("rate", 0));
  }

  private LineFaults faults(Fields request) {
    return switch (request.text("direction", "to_host")) {
      case "to_host" -> ncp.link().toHost();
      case "from_host" -> ncp.link().fromHost();
      default -> throw new IllegalArgumentException("\"direction\" is to_host or from_host");
    };
  }

  private JsonObject waiting() {
    JsonObject reply = new JsonObject();
    reply.addProperty("waiting", ncp.link().waiting());
    return reply;
  }
}
