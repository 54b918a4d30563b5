package org.waggle.zigbee;

import java.util.concurrent.ThreadFactory;

/** How the threads of a network are made. */
final class Threads {

  private Threads() {}

  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
