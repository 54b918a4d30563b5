package org.waggle.zigbee;

import java.util.Map;

/** The name of a network: the instance name of its factory configuration. */
final class NetworkNames {

  private static final String DEFAULT = "default";

  private NetworkNames() {}

  static String of(String factoryPid, Map<String, Object> properties) {
    String pid = String.valueOf(properties.getOrDefault("service.pid", factoryPid));
    if (!pid.startsWith(factoryPid) || pid.length() <= factoryPid.length() + 1) {
      return DEFAULT;
    }
    // What follows is "~" and the name, or "." and a random one.
    return pid.substring(factoryPid.length() + 1);
  }
}
