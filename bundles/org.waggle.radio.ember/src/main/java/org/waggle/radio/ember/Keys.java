package org.waggle.radio.ember;

import java.util.concurrent.CompletableFuture;
import org.waggle.radio.ember.ezsp.EmberKey;
import org.waggle.radio.ember.ezsp.KeyFrames.GetKey;
import org.waggle.radio.ember.ezsp.SecurityContext;
import org.waggle.radio.ember.ezsp.SecurityManagerFrames.ExportKey;
import org.waggle.radio.ember.ezsp.SecurityManagerFrames.GetNetworkKeyInfo;
import org.waggle.zcl.Octets;

/** Reads the coordinator's keys: by the security manager where there is one. */
final class Keys {

  /**
   * @param sequence 0..255
   * @param frameCounter outgoing, 32 bits
   */
  record NetworkKey(Octets key, int sequence, long frameCounter) {}

  private final Ncp ncp;

  Keys(Ncp ncp) {
    this.ncp = ncp;
  }

  CompletableFuture<NetworkKey> networkKey() {
    String what = "Reading the network key";
    if (!ncp.version().atLeast(13)) {
      return ncp.call(new GetKey(GetKey.CURRENT_NETWORK_KEY))
          .thenApply(
              found -> {
                Ncp.require(found.status(), what);
                return new NetworkKey(
                    found.key().key().octets(),
                    found.key().sequence(),
                    found.key().outgoingFrameCounter());
              });
    }
    return export(SecurityContext.NETWORK, what)
        .thenCombine(
            ncp.call(new GetNetworkKeyInfo()),
            (key, info) -> {
              Ncp.require(info.status(), what);
              return new NetworkKey(key, info.sequence(), info.frameCounter());
            });
  }

  /** The trust center's link key, or the seed of those of the devices. */
  CompletableFuture<Octets> linkKey() {
    String what = "Reading the trust center's link key";
    if (ncp.version().atLeast(13)) {
      return export(SecurityContext.TC_LINK, what);
    }
    return ncp.call(new GetKey(GetKey.TRUST_CENTER_LINK_KEY))
        .thenApply(
            found -> {
              Ncp.require(found.status(), what);
              return found.key().key().octets();
            });
  }

  private CompletableFuture<Octets> export(int keyType, String what) {
    return ncp.call(new ExportKey(SecurityContext.of(keyType)))
        .thenApply(
            answer -> {
              Ncp.require(answer.status(), what);
              EmberKey key = answer.key();
              return key.octets();
            });
  }
}
