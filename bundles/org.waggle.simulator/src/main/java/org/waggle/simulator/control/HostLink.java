package org.waggle.simulator.control;

import java.time.Duration;

/** The connection of the host. */
public interface HostLink {

  /**
   * Ends it.
   *
   * @param refusing how long no host may connect
   * @param every after how long to end it again; zero: never
   * @param count how often to end it; 0: until it is told something else
   */
  void drop(Duration refusing, Duration every, int count);
}
