package org.waggle.bridge.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order the keys of a message are set: what switches a light on comes first, what switches
 * it off comes last, because many lights take no colour while they are off.
 */
final class KeyOrder {

  private static final Set<String> SWITCHING = Set.of("state", "brightness", "brightness_percent");

  private KeyOrder() {}

  /**
   * The keys in order. Those that go to the front do so one after the other, so that the last of
   * them is the first; it is observable, and so it is as in Zigbee2MQTT.
   */
  static Collection<String> of(Map<String, @Nullable Object> message) {
    boolean off = message.get("state") instanceof String state && state.equalsIgnoreCase("off");
    Deque<String> front = new ArrayDeque<>();
    List<String> back = new ArrayList<>();
    for (String key : message.keySet()) {
      if (SWITCHING.contains(key) != off) {
        front.addFirst(key);
      } else {
        back.add(key);
      }
    }
    List<String> order = new ArrayList<>(front);
    order.addAll(back);
    return order;
  }
}
