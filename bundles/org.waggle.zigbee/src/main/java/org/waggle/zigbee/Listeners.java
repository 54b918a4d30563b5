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

  private final List<NetworkListener> listeners = new CopyOnWriteArrayList<>();

  Subscription add(NetworkListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(Consumer<NetworkListener> event) {
    for (NetworkListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) { // one faulty listener must not keep the event from the others
        LOG.error("A listener of the network failed", e);
      }
    }
  }
}
