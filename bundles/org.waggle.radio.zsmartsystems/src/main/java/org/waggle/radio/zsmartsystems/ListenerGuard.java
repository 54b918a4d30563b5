package org.waggle.radio.zsmartsystems;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioListener;

/** Keeps the promises that {@link RadioListener} makes about the order and end of calls. */
final class ListenerGuard {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerGuard.class);

  private final RadioListener listener;
  private boolean ended;

  ListenerGuard(RadioListener listener) {
    this.listener = listener;
  }

  synchronized void tell(Consumer<RadioListener> event) {
    if (ended) {
      return;
    }
    try {
      event.accept(listener);
    } catch (RuntimeException e) {
      // The listener's fault must not stop the library's thread: later frames would be lost.
      LOG.error("A radio's listener failed", e);
    }
  }

  /** The last call that the listener gets, unless {@link #end} came first. */
  synchronized void down(RadioException reason) {
    tell(listener -> listener.down(reason));
    ended = true;
  }

  /** No call is under way or begins after this. */
  synchronized void end() {
    ended = true;
  }
}
