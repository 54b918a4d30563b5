package org.waggle.bridge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waggle.zigbee.api.Subscription;

/**
 * Which bridge has which base topic: two on the same one would take each other's messages for their
 * own. Safe for use by several threads.
 */
@Component(service = BaseTopics.class)
public final class BaseTopics {

  private record Claim(Object owner, String network) {}

  private final Map<String, Claim> claims = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Nobody has any yet. */
  @Activate
  public BaseTopics() {}

  /**
   * Claims a base topic.
   *
   * @return the network whose bridge has it already, if another one has
   */
  synchronized Optional<String> claim(String topic, Object owner, String network) {
    Claim claim = claims.computeIfAbsent(topic, key -> new Claim(owner, network));
    return claim.owner == owner ? Optional.empty() : Optional.of(claim.network);
  }

  /** Gives up what was claimed; not to be called with locks that a listener may want. */
  void release(Object owner) {
    boolean released;
    synchronized (this) {
      released = claims.values().removeIf(claim -> claim.owner == owner);
    }
    if (released) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Runs something, on whatever thread, when a base topic was given up. */
  Subscription onRelease(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
