package org.waggle.device.api.trait;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceMessage;

/**
 * Some devices send a command several times, and routers may repeat it: it counts once. The last
 * five transactions of an endpoint are remembered, as they may come in another order.
 */
public final class Repetition {

  private static final int REMEMBERED = 5;
  private static final String NOTE = "transactions";

  /**
   * What was seen last, and whether it was a repetition: several traits may ask about one message.
   */
  private record Seen(DeviceMessage last, boolean repeated, List<Integer> transactions) {}

  private Repetition() {}

  /** Whether the endpoint has sent this transaction lately; if not, it is remembered. */
  public static boolean isRepeated(Reception reception) {
    DeviceMessage message = reception.message();
    return reception
        .endpoint()
        .map(endpoint -> (Seen) endpoint.notes().compute(NOTE, (key, seen) -> look(message, seen)))
        .filter(Seen::repeated)
        .isPresent();
  }

  private static Seen look(DeviceMessage message, @Nullable Object before) {
    int transaction = message.frame().header().sequence();
    List<Integer> transactions = new ArrayList<>();
    if (before instanceof Seen seen) {
      if (seen.last == message) {
        return seen;
      }
      if (seen.transactions.contains(transaction)) {
        return new Seen(message, true, seen.transactions);
      }
      transactions.addAll(seen.transactions);
    }
    transactions.add(0, transaction);
    return new Seen(
        message, false, transactions.subList(0, Math.min(REMEMBERED, transactions.size())));
  }
}
