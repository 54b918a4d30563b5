package org.waggle.zigbee;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waggle.radio.api.RadioException;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/** Turns whatever went wrong into the one family of failures that the api promises. */
final class Failures {

  private Failures() {}

  static ZigbeeException of(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof ZigbeeException known) {
      return known;
    }
    if (cause instanceof RadioException radio) {
      return new ZigbeeException(reason(radio.reason()), text(radio), radio);
    }
    return new ZigbeeException(Reason.REFUSED, text(cause), cause);
  }

  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** What to tell users of a failure. */
  static String text(Throwable failure) {
    String message = cause(failure).getMessage();
    return message != null ? message : cause(failure).toString();
  }

  static <T> CompletionStage<T> failed(Reason reason, String message) {
    return CompletableFuture.failedFuture(new ZigbeeException(reason, message));
  }

  private static Reason reason(RadioException.Reason reason) {
    return switch (reason) {
      case NOT_DELIVERED -> Reason.NOT_DELIVERED;
      case BUSY, REFUSED, UNSUPPORTED -> Reason.REFUSED;
      case PORT_UNAVAILABLE, NO_COORDINATOR, FIRMWARE_UNSUPPORTED, LINK_LOST, CLOSED ->
          Reason.OFFLINE;
    };
  }
}
