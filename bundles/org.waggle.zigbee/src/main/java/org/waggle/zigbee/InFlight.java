package org.waggle.zigbee;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** How many nodes are spoken to at once; who comes next when one is done. Pings come last. */
final class InFlight {

  /** Somebody who has something to send. */
  interface Claimant {

    /** It is its turn; it {@linkplain #release releases} when done. */
    void granted();
  }

  private final int limit;
  private int used;
  private final Set<Claimant> waiting = new LinkedHashSet<>();
  private final Set<Claimant> waitingWithPing = new LinkedHashSet<>();

  InFlight(int limit) {
    this.limit = limit;
  }

  /** Asks for a turn; asking again may turn a ping into something better. */
  void claim(Claimant claimant, boolean ping) {
    if (ping) {
      if (!waiting.contains(claimant)) {
        waitingWithPing.add(claimant);
      }
    } else {
      waitingWithPing.remove(claimant);
      waiting.add(claimant);
    }
    grant();
  }

  void withdraw(Claimant claimant) {
    waiting.remove(claimant);
    waitingWithPing.remove(claimant);
  }

  void release() {
    used--;
    grant();
  }

  private void grant() {
    while (used < limit && !(waiting.isEmpty() && waitingWithPing.isEmpty())) {
      used++;
      first(waiting.isEmpty() ? waitingWithPing : waiting).granted();
    }
  }

  private static Claimant first(Set<Claimant> claimants) {
    Iterator<Claimant> iterator = claimants.iterator();
    Claimant first = iterator.next();
    iterator.remove();
    return first;
  }
}
