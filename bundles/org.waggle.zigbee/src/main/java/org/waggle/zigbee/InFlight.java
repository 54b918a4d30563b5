package org.waggle.zigbee;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How many nodes are spoken to at once; who comes next when one is done. Pings come last, and what
 * runs in the background after them: it has places of its own, so that it takes nobody's.
 */
final class InFlight {

  private static final int MOST_IN_BACKGROUND = 8;

  /** Somebody who has something to send. */
  interface Claimant {

    /** It is its turn; it releases its place when done. */
    void granted();
  }

  private final int limit;
  private final int limitInBackground;
  private int used;
  private int usedInBackground;
  private boolean granting;
  private final Set<Claimant> waiting = new LinkedHashSet<>();
  private final Set<Claimant> waitingWithPing = new LinkedHashSet<>();
  private final Set<Claimant> waitingInBackground = new LinkedHashSet<>();

  InFlight(int limit) {
    this.limit = limit;
    this.limitInBackground = Math.max(1, Math.min(limit / 2, MOST_IN_BACKGROUND));
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

  /** Asks for a turn once nobody else waits for one. */
  void claimInBackground(Claimant claimant) {
    waitingInBackground.add(claimant);
    grant();
  }

  void withdraw(Claimant claimant) {
    waiting.remove(claimant);
    waitingWithPing.remove(claimant);
    waitingInBackground.remove(claimant);
  }

  void release() {
    used--;
    grant();
  }

  void releaseInBackground() {
    usedInBackground--;
    grant();
  }

  /** Who is granted a turn may release it at once, or claim another: that goes on in the loop. */
  private void grant() {
    if (granting) {
      return;
    }
    granting = true;
    try {
      grantAll();
    } finally {
      granting = false;
    }
  }

  private void grantAll() {
    while (true) {
      if (used < limit && isAnybodyWaiting()) {
        used++;
        first(waiting.isEmpty() ? waitingWithPing : waiting).granted();
      } else if (usedInBackground < limitInBackground
          && !isAnybodyWaiting()
          && !waitingInBackground.isEmpty()) {
        usedInBackground++;
        first(waitingInBackground).granted();
      } else {
        return;
      }
    }
  }

  private boolean isAnybodyWaiting() {
    return !(waiting.isEmpty() && waitingWithPing.isEmpty());
  }

  private static Claimant first(Set<Claimant> claimants) {
    Iterator<Claimant> iterator = claimants.iterator();
    Claimant first = iterator.next();
    iterator.remove();
    return first;
  }
}
