package org.waggle.bridge.log;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Failures as clients read them. */
public final class Faults {

  private Faults() {}

  /** The failure itself, out of what stages wrap it in. */
  public static Throwable cause(Throwable fault) {
    Throwable cause = fault;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** What went wrong. */
  public static String message(Throwable fault) {
    Throwable cause = cause(fault);
    return cause.getMessage() != null ? cause.getMessage() : cause.getClass().getSimpleName();
  }

  /** What went wrong, as JavaScript shows an error in a text. */
  public static String asError(Throwable fault) {
    return "Error: " + message(fault);
  }
}
