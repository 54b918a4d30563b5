package org.waggle.zigbee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waggle.zigbee.api.Subscription;

/**
 * Which network has which stick, so that none is taken by two. Sticks go by their stable id or, if
 * they have none, by what opens them. Safe for use by several threads.
 */
@Component(service = PortClaims.class)
public final class PortClaims {

  private final Map<String, String> holders = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Nothing is claimed yet. */
  @Activate
  public PortClaims() {}

  /**
   * Claims a stick for a network, in place of the one it had.
   *
   * @return the network that has it already, if another one has
   */
  Optional<String> claim(String network, String stick) {
    boolean released;
    synchronized (this) {
      Optional<String> other = holder(stick, network);
      if (other.isPresent()) {
        return other;
      }
      released =
          holders
              .entrySet()
              .removeIf(claim -> claim.getValue().equals(network) && !claim.getKey().equals(stick));
      holders.put(stick, network);
    }
    if (released) {
      listeners.forEach(Runnable::run);
    }
    return Optional.empty();
  }

  /** The network other than this one that has a stick. */
  synchronized Optional<String> holder(String stick, String network) {
    return Optional.ofNullable(holders.get(stick)).filter(holder -> !holder.equals(network));
  }

  /** Gives up what a network has claimed. */
  void release(String network) {
    synchronized (this) {
      holders.values().removeIf(network::equals);
    }
    listeners.forEach(Runnable::run);
  }

  /** Runs something, on whatever thread, when something was given up. */
  Subscription onRelease(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
