package org.waggle.radio.ember;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.GetConfigurationValue;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.SetConfigurationValue;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.SetPolicy;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.SetValue;
import org.waggle.radio.ember.ezsp.EzspConfigId;
import org.waggle.radio.ember.ezsp.EzspPolicyId;
import org.waggle.radio.ember.ezsp.EzspValueId;
import org.waggle.zcl.Octets;

/**
 * The configuration and policies of a coordinator, the same as Zigbee2MQTT's, and for old firmware
 * tables that are large enough for a home of 200 devices (UG100, 2.3). Coordinators refuse what
 * they have no memory for, or are not made for; that is no obstacle.
 */
final class StackConfiguration {

  private static final int ZIGBEE_PRO = 2;
  private static final int ZIGBEE_3_SECURITY = 5;
  private static final int ALL_THAT_IS_LEFT = 0xFF;

  private record Wish(int configId, List<Integer> sizes) {}

  /** The most important first: memory may end. */
  private static final List<Wish> TABLES =
      List.of(
          new Wish(EzspConfigId.APS_UNICAST_MESSAGE_COUNT, List.of(20, 15)),
          new Wish(EzspConfigId.MULTICAST_TABLE_SIZE, List.of(16, 12)),
          new Wish(EzspConfigId.ADDRESS_TABLE_SIZE, List.of(16, 8)),
          new Wish(EzspConfigId.SOURCE_ROUTE_TABLE_SIZE, List.of(200, 100, 50, 20)));

  private final Ncp ncp;

  StackConfiguration(Ncp ncp) {
    this.ncp = ncp;
  }

  CompletableFuture<Void> apply() {
    List<CompletableFuture<Boolean>> settings = new ArrayList<>();
    configure(settings, EzspConfigId.TRUST_CENTER_ADDRESS_CACHE_SIZE, 2);
    configure(settings, EzspConfigId.INDIRECT_TRANSMISSION_TIMEOUT, 7_680); // ms
    configure(settings, EzspConfigId.MAX_HOPS, 30);
    configure(settings, EzspConfigId.SUPPORTED_NETWORKS, 1);
    configure(settings, EzspConfigId.STACK_PROFILE, ZIGBEE_PRO);
    configure(settings, EzspConfigId.SECURITY_LEVEL, ZIGBEE_3_SECURITY);
    configure(settings, EzspConfigId.MAX_END_DEVICE_CHILDREN, 32);
    configure(settings, EzspConfigId.END_DEVICE_POLL_TIMEOUT, 8); // 2^8 minutes
    configure(settings, EzspConfigId.TRANSIENT_KEY_TIMEOUT_S, 300);

    decide(
        settings,
        EzspPolicyId.BINDING_MODIFICATION_POLICY,
        EzspPolicyId.CHECK_BINDING_MODIFICATIONS_ARE_VALID_ENDPOINT_CLUSTERS);
    decide(
        settings,
        EzspPolicyId.MESSAGE_CONTENTS_IN_CALLBACK_POLICY,
        EzspPolicyId.MESSAGE_TAG_ONLY_IN_CALLBACK);
    decide(
        settings,
        EzspPolicyId.TC_KEY_REQUEST_POLICY,
        EzspPolicyId.ALLOW_TC_KEY_REQUESTS_AND_SEND_CURRENT_KEY);
    decide(settings, EzspPolicyId.APP_KEY_REQUEST_POLICY, EzspPolicyId.DENY_APP_KEY_REQUESTS);
    decide(
        settings,
        EzspPolicyId.TRUST_CENTER_POLICY,
        EzspPolicyId.ALLOW_JOINS | EzspPolicyId.ALLOW_UNSECURED_REJOINS);

    set(settings, EzspValueId.TRANSIENT_DEVICE_TIMEOUT, 0x10, 0x27); // 10,000 ms
    // Keeps firmware from holding broadcasts back where there is unusual interference.
    set(settings, EzspValueId.CCA_THRESHOLD, 0);
    return Stages.all(settings)
        .thenCompose(done -> Stages.forEach(TABLES, this::enlarge))
        .thenCompose(done -> useAllMemory());
  }

  private void configure(List<CompletableFuture<Boolean>> settings, int configId, int value) {
    settings.add(set(configId, value));
  }

  private CompletableFuture<Boolean> set(int configId, int value) {
    return ncp.attempt(
        new SetConfigurationValue(configId, value),
        "Setting configuration value 0x%02X to %d".formatted(configId, value));
  }

  private void decide(List<CompletableFuture<Boolean>> settings, int policyId, int decision) {
    settings.add(
        ncp.attempt(
            new SetPolicy(policyId, decision),
            "Setting policy 0x%02X to 0x%02X".formatted(policyId, decision)));
  }

  private void set(List<CompletableFuture<Boolean>> settings, int valueId, int... value) {
    settings.add(
        ncp.attempt(
            new SetValue(valueId, Octets.of(value)), "Setting value 0x%02X".formatted(valueId)));
  }

  /** Tries the sizes that are larger than what there is, one after another. */
  private CompletableFuture<Boolean> enlarge(Wish wish) {
    return ncp.call(new GetConfigurationValue(wish.configId))
        .thenCompose(
            present -> {
              int size = present.status().isOk() ? present.value() : 0;
              List<Integer> larger = wish.sizes.stream().filter(it -> it > size).toList();
              return setFirst(wish.configId, larger);
            });
  }

  private CompletableFuture<Boolean> setFirst(int configId, List<Integer> values) {
    if (values.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    return set(configId, values.get(0))
        .thenCompose(
            obeyed ->
                obeyed
                    ? CompletableFuture.completedFuture(true)
                    : setFirst(configId, values.subList(1, values.size())));
  }

  /** Old firmware leaves memory unused unless told otherwise; must come last. */
  private CompletableFuture<Void> useAllMemory() {
    return ncp.version().atLeast(9)
        ? CompletableFuture.completedFuture(null)
        : set(EzspConfigId.PACKET_BUFFER_COUNT, ALL_THAT_IS_LEFT).thenApply(obeyed -> null);
  }
}
