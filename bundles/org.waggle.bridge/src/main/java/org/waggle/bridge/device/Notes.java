package org.waggle.bridge.device;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.waggle.zcl.IeeeAddress;

/** What definitions note about endpoints and groups, in memory. For any thread. */
public final class Notes {

  private final Map<IeeeAddress, Map<Integer, Map<String, Object>>> devices =
      new ConcurrentHashMap<>();
  private final Map<Integer, Map<String, Object>> groups = new ConcurrentHashMap<>();

  Map<String, Object> ofEndpoint(IeeeAddress device, int endpoint) {
    return devices
        .computeIfAbsent(device, address -> new ConcurrentHashMap<>())
        .computeIfAbsent(endpoint, id -> new ConcurrentHashMap<>());
  }

  Map<String, Object> ofGroup(int group) {
    return groups.computeIfAbsent(group, id -> new ConcurrentHashMap<>());
  }

  /**
   * Forgets what was noted about a device: its definition left, and notes may be of its classes.
   */
  void forget(IeeeAddress device) {
    devices.remove(device);
  }

  /** Forgets what was noted about groups. */
  void forgetGroups() {
    groups.clear();
  }
}
