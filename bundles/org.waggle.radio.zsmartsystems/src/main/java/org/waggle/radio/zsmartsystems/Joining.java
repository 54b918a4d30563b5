package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspClearTransientLinkKeysRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspClearTransientLinkKeysResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspPermitJoiningRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspPermitJoiningResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetPolicyRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetPolicyResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspPolicyId;
import java.time.Duration;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.zsmartsystems.frame.ExportKeyRequest;
import org.waggle.radio.zsmartsystems.frame.ExportKeyResponse;
import org.waggle.radio.zsmartsystems.frame.ImportTransientKeyRequest;
import org.waggle.radio.zsmartsystems.frame.ImportTransientKeyResponse;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Who may join, and with which key. For the command thread. */
final class Joining {

  /** The key that every Zigbee 3.0 device knows (Base Device Behavior, 6.3.1). */
  private static final Octets WELL_KNOWN_KEY = Octets.ofUtf8("ZigBeeAlliance09");

  private static final Duration LONGEST = Duration.ofSeconds(254);

  /** Decision bits of the trust center policy. */
  private static final int ALLOW_JOINS = 0x01;

  private static final int ALLOW_UNSECURED_REJOINS = 0x02;

  private final Ezsp ezsp;

  Joining(Ezsp ezsp) {
    this.ezsp = ezsp;
  }

  /**
   * Lets devices join through the coordinator and routers.
   *
   * @param duration 0..254 s
   */
  void permit(Duration duration) {
    check(duration);
    if (duration.isZero()) {
      ezsp.call(new EzspClearTransientLinkKeysRequest(), EzspClearTransientLinkKeysResponse.class);
      decide(ALLOW_UNSECURED_REJOINS);
    } else {
      admit();
    }
    EzspPermitJoiningRequest request = new EzspPermitJoiningRequest();
    request.setDuration((int) duration.toSeconds());
    Ezsp.require(
        ezsp.call(request, EzspPermitJoiningResponse.class).getStatus(), "Permitting joins");
  }

  /**
   * Lets devices join through routers; the coordinator itself stays as it is.
   *
   * @param duration 0..254 s, which the routers watch
   */
  void admit(Duration duration) {
    check(duration);
    admit();
  }

  /** The network's own link key is a secret, so a device that joins brings the well-known one. */
  private void admit() {
    importKey(ImportTransientKeyRequest.ANY_DEVICE, WELL_KNOWN_KEY);
    decide(ALLOW_JOINS | ALLOW_UNSECURED_REJOINS);
  }

  private static void check(Duration duration) {
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new RadioException(
          Reason.REFUSED, "Joining is permitted for 0..254 s, not " + duration);
    }
  }

  private void decide(int decision) {
    EzspSetPolicyRequest request = new EzspSetPolicyRequest();
    request.setPolicyId(EzspPolicyId.EZSP_TRUST_CENTER_POLICY);
    request.setDecisionId(decision);
    Ezsp.require(
        ezsp.call(request, EzspSetPolicyResponse.class).getStatus(), "Setting the join policy");
  }

  void importKey(IeeeAddress device, Octets key) {
    if (key.size() != 16) {
      throw new RadioException(Reason.REFUSED, "A key has 16 bytes, not " + key.size());
    }
    Ezsp.require(
        ezsp.call(new ImportTransientKeyRequest(device, key), ImportTransientKeyResponse.class)
            .status(),
        "Importing a key");
  }

  Octets networkKey() {
    ExportKeyResponse response = ezsp.call(new ExportKeyRequest(), ExportKeyResponse.class);
    Ezsp.require(response.status(), "Reading the network key");
    return response.key();
  }
}
