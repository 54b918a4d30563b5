package org.waggle.radio.ember;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.SetPolicy;
import org.waggle.radio.ember.ezsp.EmberKey;
import org.waggle.radio.ember.ezsp.EzspPolicyId;
import org.waggle.radio.ember.ezsp.KeyFrames.AddTransientLinkKey;
import org.waggle.radio.ember.ezsp.NetworkingFrames.PermitJoining;
import org.waggle.radio.ember.ezsp.SecurityFrames.ClearTransientLinkKeys;
import org.waggle.radio.ember.ezsp.SecurityManagerFrames.ImportTransientKey;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Who may join, and with which key. */
final class Joining {

  /** The key that every Zigbee 3.0 device knows (Base Device Behavior, 6.3.1). */
  private static final Octets WELL_KNOWN_KEY = Octets.ofUtf8("ZigBeeAlliance09");

  private static final IeeeAddress ANY_DEVICE = new IeeeAddress(-1);
  private static final Duration LONGEST = Duration.ofSeconds(254);

  private final Ncp ncp;

  Joining(Ncp ncp) {
    this.ncp = ncp;
  }

  /**
   * Lets devices join through the coordinator and routers.
   *
   * @param duration 0..254 s
   */
  CompletableFuture<Void> permit(Duration duration) {
    check(duration);
    CompletableFuture<Void> keys =
        duration.isZero()
            ? ncp.call(new ClearTransientLinkKeys())
                .thenCompose(done -> decide(EzspPolicyId.ALLOW_UNSECURED_REJOINS))
            : admit();
    return keys.thenCompose(
        done -> ncp.require(new PermitJoining((int) duration.toSeconds()), "Permitting joins"));
  }

  /**
   * Lets devices join through routers; the coordinator itself stays as it is.
   *
   * @param duration 0..254 s, which the routers watch
   */
  CompletableFuture<Void> admit(Duration duration) {
    check(duration);
    return admit();
  }

  /** The network's own link key is a secret, so a device that joins brings the well-known one. */
  private CompletableFuture<Void> admit() {
    return importKey(ANY_DEVICE, WELL_KNOWN_KEY)
        .thenCompose(
            done -> decide(EzspPolicyId.ALLOW_JOINS | EzspPolicyId.ALLOW_UNSECURED_REJOINS));
  }

  private static void check(Duration duration) {
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new RadioException(
          Reason.REFUSED, "Joining is permitted for 0..254 s, not " + duration);
    }
  }

  private CompletableFuture<Void> decide(int decision) {
    return ncp.require(
        new SetPolicy(EzspPolicyId.TRUST_CENTER_POLICY, decision), "Setting the join policy");
  }

  /** Lets a device join with a key of its own. */
  CompletableFuture<Void> importKey(IeeeAddress device, Octets octets) {
    if (octets.size() != EmberKey.SIZE) {
      return Stages.failed(Reason.REFUSED, "A key has 16 bytes, not " + octets.size());
    }
    EmberKey key = new EmberKey(octets);
    return ncp.require(
        ncp.version().atLeast(13)
            ? new ImportTransientKey(device, key)
            : new AddTransientLinkKey(device, key),
        "Importing a key");
  }
}
