package org.waggle.radio.ember;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioListener;

/** Keeps the promises that {@link RadioListener} makes about the end of calls. */
final class ListenerGuard {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerGuard.class);

  private final RadioListener listener;
  private volatile boolean ended;

  ListenerGuard(RadioListener listener) {
    this.listener = listener;
  }

  /** What is told most by far, without a lambda. */
  void received(ApsIndication indication) {
    if (ended) {
      return;
    }
    try {
      listener.received(indication);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  void tell(Consumer<RadioListener> event) {
    if (ended) {
      return;
    }
    try {
      event.accept(listener);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  /** The listener's fault must not stop the radio's thread: later frames would be lost. */
  private static void failed(RuntimeException fault) {
    LOG.error("A radio's listener failed", fault);
  }

  /** The last call that the listener gets, unless {@link #end} came first. */
  void down(RadioException reason) {
    tell(to -> to.down(reason));
    ended = true;
  }

  /** No call begins after this. */
  void end() {
    ended = true;
  }
}
