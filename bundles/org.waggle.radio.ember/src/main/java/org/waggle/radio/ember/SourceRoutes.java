package org.waggle.radio.ember;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.GetConfigurationValue;
import org.waggle.radio.ember.ezsp.EzspConfigId;
import org.waggle.radio.ember.ezsp.MessagingCallback.IncomingRouteRecord;
import org.waggle.radio.ember.ezsp.TopologyFrames.SetSourceRoute;

/**
 * Routes to the devices, as their route records tell. Coordinators keep them in a table of their
 * own; for one without a table they are kept here and given along with each frame.
 */
final class SourceRoutes {

  private static final int MOST = 1_000;

  private final Ncp ncp;

  /** By network address; the eldest first. */
  private final Map<Integer, List<Integer>> relays = new LinkedHashMap<>();

  private boolean kept;

  SourceRoutes(Ncp ncp) {
    this.ncp = ncp;
  }

  /** Finds out who keeps routes. */
  CompletableFuture<Void> begin() {
    relays.clear();
    return ncp.call(new GetConfigurationValue(EzspConfigId.SOURCE_ROUTE_TABLE_SIZE))
        .thenAccept(answer -> kept = answer.status().isOk() && answer.value() == 0);
  }

  void record(IncomingRouteRecord route) {
    if (kept) {
      relays.remove(route.source());
      relays.put(route.source(), route.relays());
      if (relays.size() > MOST) {
        relays.remove(relays.keySet().iterator().next());
      }
    }
  }

  /** A frame did not arrive: the route may be gone. */
  void failed(int networkAddress) {
    relays.remove(networkAddress);
  }

  /** To be called right before a frame for the node is given to the coordinator. */
  void prepare(int networkAddress) {
    List<Integer> route = relays.get(networkAddress);
    if (route != null && !route.isEmpty()) {
      ncp.attempt(new SetSourceRoute(networkAddress, route), "Setting a source route")
          .exceptionally(failure -> false);
    }
  }
}
