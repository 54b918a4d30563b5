package org.waggle.itest.processes;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a test opened: closed in the reverse order, all of it, whatever fails on the way. */
public final class Opened implements AutoCloseable {

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  /** Remembers to close {@code resource}, and returns it. */
  public <T extends AutoCloseable> T add(T resource) {
    resources.push(resource);
    return resource;
  }

  @Override
  public void close() {
    AssertionError failure = null;
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) { // the others are to be closed all the same
        failure = failure == null ? new AssertionError("Cannot close", e) : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
