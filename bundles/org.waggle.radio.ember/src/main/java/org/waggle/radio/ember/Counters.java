package org.waggle.radio.ember;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.ember.ezsp.UtilityFrames.ReadAndClearCounters;

/** What the coordinator counted since it was opened. Its own counters have 16 bits only. */
final class Counters {

  /** {@code EmberCounterType}, by its values from 0 on; newer firmware has more of them. */
  private enum Type {
    MAC_RX_BROADCAST,
    MAC_TX_BROADCAST,
    MAC_RX_UNICAST,
    MAC_TX_UNICAST_SUCCESS,
    MAC_TX_UNICAST_RETRY,
    MAC_TX_UNICAST_FAILED,
    APS_DATA_RX_BROADCAST,
    APS_DATA_TX_BROADCAST,
    APS_DATA_RX_UNICAST,
    APS_DATA_TX_UNICAST_SUCCESS,
    APS_DATA_TX_UNICAST_RETRY,
    APS_DATA_TX_UNICAST_FAILED,
    ROUTE_DISCOVERY_INITIATED,
    NEIGHBOR_ADDED,
    NEIGHBOR_REMOVED,
    NEIGHBOR_STALE,
    JOIN_INDICATION,
    CHILD_REMOVED,
    ASH_OVERFLOW_ERROR,
    ASH_FRAMING_ERROR,
    ASH_OVERRUN_ERROR,
    NWK_FRAME_COUNTER_FAILURE,
    APS_FRAME_COUNTER_FAILURE,
    UTILITY,
    APS_LINK_KEY_NOT_AUTHORIZED,
    NWK_DECRYPTION_FAILURE,
    APS_DECRYPTION_FAILURE,
    ALLOCATE_PACKET_BUFFER_FAILURE,
    RELAYED_UNICAST,
    PHY_TO_MAC_QUEUE_LIMIT_REACHED,
    PACKET_VALIDATE_LIBRARY_DROPPED_COUNT,
    NWK_RETRY_OVERFLOW,
    PHY_CCA_FAIL_COUNT,
    BROADCAST_TABLE_FULL
  }

  private final Ncp ncp;
  private final Map<Type, Long> totals = new LinkedHashMap<>();

  Counters(Ncp ncp) {
    this.ncp = ncp;
  }

  /** By name, in the order to show them in. */
  CompletableFuture<Map<String, Long>> read() {
    return ncp.call(new ReadAndClearCounters()).thenApply(this::add);
  }

  private Map<String, Long> add(List<Integer> since) {
    Map<String, Long> byName = new LinkedHashMap<>();
    for (Type type : Type.values()) {
      if (type.ordinal() < since.size()) {
        long total = totals.merge(type, (long) since.get(type.ordinal()), Long::sum);
        byName.put(type.name().toLowerCase(Locale.ROOT), total);
      }
    }
    return byName;
  }
}
