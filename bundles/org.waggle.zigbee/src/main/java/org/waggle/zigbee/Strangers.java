package org.waggle.zigbee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsIndication;
import org.waggle.zcl.zdo.IeeeAddrRequest;

/**
 * Frames from network addresses at which no node is known: whoever is there is asked for its IEEE
 * address, and its frames wait for the answer. Asked once a minute at most.
 */
final class Strangers {

  private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_STRANGERS = 64;
  private static final int MOST_FRAMES = 32;

  private final EventThread thread;
  private final Requests requests;
  private final Map<Integer, List<ApsIndication>> frames = new HashMap<>();

  Strangers(EventThread thread, Requests requests) {
    this.thread = thread;
    this.requests = requests;
  }

  /** Keeps a frame until it is known who sent it. */
  void received(ApsIndication frame) {
    int address = frame.sourceAddress();
    List<ApsIndication> waiting = frames.get(address);
    if (waiting == null) {
      if (frames.size() >= MOST_STRANGERS) {
        return;
      }
      waiting = new ArrayList<>();
      frames.put(address, waiting);
      ask(address);
    }
    if (waiting.size() < MOST_FRAMES) {
      waiting.add(frame);
    }
  }

  /** It is known now who is at an address: hands over what came from there, in order. */
  void identified(int networkAddress, Consumer<ApsIndication> handler) {
    List<ApsIndication> waiting = frames.remove(networkAddress);
    if (waiting != null) {
      List.copyOf(waiting).forEach(handler);
    }
  }

  private void ask(int address) {
    LOG.debug("Asking who is at the network address {}", address);
    requests
        .askStranger(address, IeeeAddrRequest.single(address))
        .whenComplete(
            (sent, failure) -> {
              if (failure != null) {
                LOG.debug("Nobody takes frames at the network address {}", address);
              }
            });
    thread.schedule(PATIENCE, () -> frames.remove(address));
  }
}
