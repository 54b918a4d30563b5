package org.waggle.simulator.ezsp;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a version of EZSP knows: each with its layout, in the order of its fields, in
 * one place for all versions.
 */
final class Commands {

  /** Reads the fields of a command and writes those of its response. */
  interface Handler {
    void handle(EzspReader in, EzspWriter out);
  }

  private final EzspVersion version;
  private final Map<Integer, Handler> handlers = new HashMap<>();

  Commands(EzspVersion version) {
    this.version = version;
  }

  /** A command of all versions. */
  void on(int id, Handler handler) {
    if (handlers.putIfAbsent(id, handler) != null) {
      throw new IllegalStateException("two commands " + Integer.toHexString(id));
    }
  }

  /** A command that came with version {@code first}. */
  void since(int first, int id, Handler handler) {
    if (version.since(first)) {
      on(id, handler);
    }
  }

  /** A command that version {@code last} was the last to know. */
  void until(int last, int id, Handler handler) {
    if (!version.since(last + 1)) {
      on(id, handler);
    }
  }

  /** A command whose response is a status. */
  void answer(int id, Status status) {
    on(id, (in, out) -> out.status(status));
  }

  /** Tells whether there is such a command; {@code out} has its response then. */
  boolean handle(int id, EzspReader in, EzspWriter out) {
    @Nullable Handler handler = handlers.get(id);
    if (handler != null) {
      handler.handle(in, out);
    }
    return handler != null;
  }
}
