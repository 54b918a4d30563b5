package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetMulticastTableEntryRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetMulticastTableEntryResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberMulticastTableEntry;
import java.util.ArrayList;
import java.util.List;

/** The groups that the coordinator hears. For the command thread. */
final class MulticastTable {

  /** Reserved for the global scene. */
  private static final int NO_GROUP = 0;

  /** What Zigbee2MQTT binds remotes to. */
  private static final int DEFAULT_BIND_GROUP = 901;

  private static final int GREEN_POWER_GROUP = 0x0B84;

  private record Entry(int groupId, int endpoint) {}

  private final Ezsp ezsp;
  private final List<Entry> entries = new ArrayList<>();

  MulticastTable(Ezsp ezsp) {
    this.ezsp = ezsp;
  }

  /** Enters the groups of every coordinator, the same as Zigbee2MQTT's. */
  void fill() {
    join(NO_GROUP, Endpoints.HOME_AUTOMATION);
    join(DEFAULT_BIND_GROUP, Endpoints.HOME_AUTOMATION);
    join(GREEN_POWER_GROUP, Endpoints.GREEN_POWER);
  }

  /** Does nothing if the group is in the table. */
  void join(int groupId, int endpoint) {
    Entry entry = new Entry(groupId, endpoint);
    if (entries.contains(entry)) {
      return;
    }
    EmberMulticastTableEntry value = new EmberMulticastTableEntry();
    value.setMulticastId(groupId);
    value.setEndpoint(endpoint);
    value.setNetworkIndex(0);
    EzspSetMulticastTableEntryRequest request = new EzspSetMulticastTableEntryRequest();
    request.setIndex(entries.size());
    request.setValue(value);
    Ezsp.require(
        ezsp.call(request, EzspSetMulticastTableEntryResponse.class).getStatus(),
        "Joining group " + groupId);
    entries.add(entry);
  }
}
