package org.waggle.simulator.control;

import java.time.Duration;
import java.util.Optional;
import org.waggle.simulator.ash.AshFrame;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.ezsp.Status;
import org.waggle.simulator.house.Fields;

/** What goes wrong in the coordinator itself. */
final class FaultOperations {

  private final Ncp ncp;
  private final LineOperations line;

  FaultOperations(Ncp ncp, LineOperations line) {
    this.ncp = ncp;
    this.line = line;
  }

  void addTo(Operations operations) {
    operations.run("faults", this::setAll);
    operations.run("busy", this::busy);
    operations.run("limit_messages", this::limitMessages);
    operations.run("limit_callbacks", request -> ncp.faults().room(request.number("max", 0)));
    operations.run(
        "duplicate_messages",
        request ->
            ncp.faults()
                .duplicateMessages()
                .set(request.number("count", 0), request.decimal("rate", 0)));
    operations.run("reset", this::reset);
    operations.run(
        "flap", request -> ncp.flap(Duration.ofMillis(request.number("milliseconds", 500))));
  }

  /** Sets all that can be set as a rate or a limit; what {@code all} leaves out to none. */
  private void setAll(Fields all) {
    line.setAll(all);
    ncp.congestion().busy(0, all.decimal("busy", 0), busyStatus(all, "busy_status"));
    ncp.congestion().limit(all.number("messages", 0));
    ncp.faults().room(all.number("callbacks", 0));
    ncp.faults().duplicateMessages().set(0, all.decimal("duplicate_messages", 0));
    ncp.faults()
        .resetInsteadOfAnswering(0, all.decimal("reset", 0), all.flag("silent_reset", false));
  }

  private void busy(Fields request) {
    ncp.congestion()
        .busy(
            request.number("count", 0), request.decimal("rate", 0), busyStatus(request, "status"));
  }

  /** A status goes by its byte of before EZSP 14, whatever the version. */
  private static Status busyStatus(Fields request, String name) {
    int octet = request.number(name, 0x72);
    return Status.ofByte(octet)
        .orElseThrow(() -> new IllegalArgumentException("no status " + octet));
  }

  private void limitMessages(Fields request) {
    if (request.has("max")) {
      ncp.congestion().limit(request.number("max"));
    } else {
      ncp.congestion().limitAsConfigured(request.flag("on", true));
    }
  }

  /** At once, or instead of answering a command. */
  private void reset(Fields request) {
    boolean silent = request.flag("silent", false);
    Optional<String> command = request.optionalText("command");
    if (command.isPresent()) {
      ncp.faults().resetInsteadOfAnswering(request.number("command"), silent);
    } else if (request.has("rate") || request.has("count")) {
      ncp.faults()
          .resetInsteadOfAnswering(request.number("count", 0), request.decimal("rate", 0), silent);
    } else if (silent) {
      ncp.restartSilently();
    } else {
      ncp.restart(request.number("code", AshFrame.RESET_SOFTWARE));
    }
  }
}
