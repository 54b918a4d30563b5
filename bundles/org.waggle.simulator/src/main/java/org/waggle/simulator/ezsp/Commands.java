package org.waggle.simulator.ezsp;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.Octets;

/** The commands an NCP knows: each with its layout, in the order of its fields, in one place. */
final class Commands {

  /** Reads the fields of a command and writes those of its response. */
  interface Handler {
    void handle(WireReader in, WireWriter out);
  }

  private final Map<Integer, Handler> handlers = new HashMap<>();

  void on(int id, Handler handler) {
    handlers.put(id, handler);
  }

  /** A command whose response is one status byte. */
  void answer(int id, int status) {
    on(id, (in, out) -> out.u8(status));
  }

  /** The fields of the response; null if there is no such command. */
  @Nullable Octets handle(int id, WireReader in) {
    Handler handler = handlers.get(id);
    if (handler == null) {
      return null;
    }
    WireWriter out = new WireWriter();
    handler.handle(in, out);
    return out.toOctets();
  }
}
