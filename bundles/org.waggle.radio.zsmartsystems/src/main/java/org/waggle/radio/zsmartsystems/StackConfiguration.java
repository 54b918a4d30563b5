package org.waggle.radio.zsmartsystems;

import static com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspConfigId.*;
import static com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspDecisionId.*;
import static com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspPolicyId.*;

import com.zsmartsystems.zigbee.dongle.ember.ZigBeeDongleEzsp;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspConfigId;

/**
 * The configuration and policies of a coordinator, the same as Zigbee2MQTT's (UG100, 2.3). Table
 * sizes are left to the firmware, which knows its memory.
 */
final class StackConfiguration {

  private static final int ZIGBEE_PRO = 2;
  private static final int ZIGBEE_3_SECURITY = 5;

  private StackConfiguration() {}

  /** Puts them in the place of the library's own, to be sent when the dongle is initialised. */
  static void apply(ZigBeeDongleEzsp dongle) {
    for (EzspConfigId id : EzspConfigId.values()) {
      dongle.updateDefaultConfiguration(id, null);
    }
    dongle.updateDefaultConfiguration(EZSP_CONFIG_TRUST_CENTER_ADDRESS_CACHE_SIZE, 2);
    dongle.updateDefaultConfiguration(EZSP_CONFIG_INDIRECT_TRANSMISSION_TIMEOUT, 7_680); // ms
    dongle.updateDefaultConfiguration(EZSP_CONFIG_MAX_HOPS, 30);
    dongle.updateDefaultConfiguration(EZSP_CONFIG_SUPPORTED_NETWORKS, 1);
    dongle.updateDefaultConfiguration(EZSP_CONFIG_STACK_PROFILE, ZIGBEE_PRO);
    dongle.updateDefaultConfiguration(EZSP_CONFIG_SECURITY_LEVEL, ZIGBEE_3_SECURITY);
    dongle.updateDefaultConfiguration(EZSP_CONFIG_MAX_END_DEVICE_CHILDREN, 32);
    dongle.updateDefaultConfiguration(EZSP_CONFIG_END_DEVICE_POLL_TIMEOUT, 8); // 2^8 minutes
    dongle.updateDefaultConfiguration(EZSP_CONFIG_TRANSIENT_KEY_TIMEOUT_S, 300);

    dongle.updateDefaultPolicy(
        EZSP_BINDING_MODIFICATION_POLICY,
        EZSP_CHECK_BINDING_MODIFICATIONS_ARE_VALID_ENDPOINT_CLUSTERS);
    dongle.updateDefaultPolicy(
        EZSP_MESSAGE_CONTENTS_IN_CALLBACK_POLICY, EZSP_MESSAGE_TAG_ONLY_IN_CALLBACK);
    dongle.updateDefaultPolicy(
        EZSP_TC_KEY_REQUEST_POLICY, EZSP_ALLOW_TC_KEY_REQUESTS_AND_SEND_CURRENT_KEY);
    dongle.updateDefaultPolicy(EZSP_APP_KEY_REQUEST_POLICY, EZSP_DENY_APP_KEY_REQUESTS);
    // A decision of 3; since EZSP 8 it is a bit mask: allow joins, allow unsecured rejoins.
    dongle.updateDefaultPolicy(EZSP_TRUST_CENTER_POLICY, EZSP_DISALLOW_ALL_JOINS_AND_REJOINS);
  }
}
