package org.waggle.radio.ember.link;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ash.AshFailure;

/** How the ends of a link to a coordinator are told. */
final class LinkFailures {

  private LinkFailures() {}

  static RadioException closed() {
    return new RadioException(Reason.CLOSED, "The radio was closed");
  }

  /** The port belongs to another bundle; whatever it throws is a port that cannot be opened. */
  static RadioException portFails(String port, RuntimeException cause) {
    return new RadioException(Reason.PORT_UNAVAILABLE, "Port " + port + " fails", cause);
  }

  /**
   * @param cause null when the other side closed it
   */
  static RadioException portEnded(String port, @Nullable IOException cause) {
    String message = "The connection to the coordinator on " + port + " ended";
    return cause == null
        ? new RadioException(Reason.LINK_LOST, message)
        : new RadioException(Reason.LINK_LOST, message + ": " + cause.getMessage(), cause);
  }

  static RadioException unanswered(String port, String command) {
    return new RadioException(
        Reason.LINK_LOST, "The coordinator on " + port + " does not answer " + command);
  }

  /**
   * @param negotiated whether the coordinator had answered anything above ASH
   */
  static RadioException of(String port, AshFailure failure, boolean negotiated) {
    boolean connected =
        switch (failure.kind()) {
          case NO_ANSWER, OTHER_VERSION -> false;
          case SILENT -> negotiated;
          case RESET, ERROR -> true;
        };
    return connected
        ? new RadioException(
            Reason.LINK_LOST, "The coordinator on " + port + " " + failure.predicate())
        : new RadioException(
            Reason.NO_COORDINATOR, "No coordinator with EmberZNet firmware answers on " + port);
  }
}
