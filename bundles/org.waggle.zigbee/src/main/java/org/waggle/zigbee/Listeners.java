package org.waggle.zigbee;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.Subscription;

/** Those who hear of a network; told on its event thread. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  private final class Entry implements Subscription {

    private final NetworkListener listener;
    private volatile boolean closed;

    Entry(NetworkListener listener) {
      this.listener = listener;
    }

    void tell(Consumer<NetworkListener> event) {
      if (closed) {
        return;
      }
      try {
        event.accept(listener);
      } catch (RuntimeException | LinkageError e) {
        // One faulty listener, or one whose bundle has left, must not keep it from the others.
        LOG.error("A listener of the network failed", e);
      }
    }

    @Override
    public void close() {
      closed = true;
      entries.remove(this);
    }
  }

  Subscription add(NetworkListener listener) {
    Entry entry = new Entry(listener);
    entries.add(entry);
    return entry;
  }

  void tell(Consumer<NetworkListener> event) {
    for (Entry entry : entries) {
      entry.tell(event);
    }
  }
}
