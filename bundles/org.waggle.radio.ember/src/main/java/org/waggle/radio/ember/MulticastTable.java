package org.waggle.radio.ember;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.GetConfigurationValue;
import org.waggle.radio.ember.ezsp.EzspConfigId;
import org.waggle.radio.ember.ezsp.MessagingFrames.MulticastTableEntry;
import org.waggle.radio.ember.ezsp.MessagingFrames.SetMulticastTableEntry;

/** The groups that the coordinator hears. */
final class MulticastTable {

  /** Reserved for the global scene. */
  private static final int NO_GROUP = 0;

  /** What Zigbee2MQTT binds remotes to. */
  private static final int DEFAULT_BIND_GROUP = 901;

  private static final int GREEN_POWER_GROUP = 0x0B84;

  /** Of firmware that does not tell. */
  private static final int SMALLEST = 8;

  private static final List<MulticastTableEntry> OF_EVERY_COORDINATOR =
      List.of(
          new MulticastTableEntry(NO_GROUP, Endpoints.HOME_AUTOMATION),
          new MulticastTableEntry(DEFAULT_BIND_GROUP, Endpoints.HOME_AUTOMATION),
          new MulticastTableEntry(GREEN_POWER_GROUP, Endpoints.GREEN_POWER));

  private final Ncp ncp;
  private final List<MulticastTableEntry> entries = new ArrayList<>();
  private int size = SMALLEST;

  MulticastTable(Ncp ncp) {
    this.ncp = ncp;
  }

  /** Enters the groups of every coordinator, the same as Zigbee2MQTT's, and those joined before. */
  CompletableFuture<Void> fill() {
    Set<MulticastTableEntry> groups = new LinkedHashSet<>(OF_EVERY_COORDINATOR);
    groups.addAll(entries);
    entries.clear();
    return ncp.call(new GetConfigurationValue(EzspConfigId.MULTICAST_TABLE_SIZE))
        .thenCompose(
            answer -> {
              size = answer.status().isOk() ? answer.value() : SMALLEST;
              return Stages.forEach(groups, this::enter);
            });
  }

  /** Does nothing if the group is in the table. */
  CompletableFuture<Void> join(int groupId, int endpoint) {
    MulticastTableEntry entry = new MulticastTableEntry(groupId, endpoint);
    if (entries.contains(entry)) {
      return CompletableFuture.completedFuture(null);
    }
    if (entries.size() >= size) {
      return Stages.failed(
          Reason.REFUSED,
          "The coordinator hears %d groups and no more: group %d does not fit"
              .formatted(size, groupId));
    }
    return enter(entry);
  }

  private CompletableFuture<Void> enter(MulticastTableEntry entry) {
    return ncp.require(
            new SetMulticastTableEntry(entries.size(), entry),
            "Joining group " + entry.multicastId())
        .thenAccept(done -> entries.add(entry));
  }
}
