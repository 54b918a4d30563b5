package org.waggle.radio.ember;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.GreenPowerRequest;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.GpAddress;
import org.waggle.radio.ember.ezsp.GreenPowerFrames.DGpSend;

/** Green Power frames for devices. */
final class GreenPower {

  private static final Duration LONGEST = Duration.ofMillis(0xFFFF);

  private final Ncp ncp;
  private int handle;

  GreenPower(Ncp ncp) {
    this.ncp = ncp;
  }

  CompletableFuture<Void> send(GreenPowerRequest request) {
    Duration lifetime = request.lifetime();
    if (lifetime.isNegative() || lifetime.compareTo(LONGEST) > 0) {
      return Stages.failed(
          Reason.REFUSED, "A Green Power frame is kept for 0..65 s, not " + lifetime);
    }
    GpAddress address =
        request
            .ieeeAddress()
            .map(ieee -> GpAddress.ofIeeeAddress(ieee, request.endpoint()))
            .orElseGet(() -> GpAddress.ofSourceId(request.sourceId()));
    boolean keep = !lifetime.isZero();
    handle = handle + 1 & 0xFF;
    return ncp.require(
        new DGpSend(
            keep,
            true,
            address,
            request.commandId(),
            request.payload(),
            handle,
            (int) lifetime.toMillis()),
        keep ? "Keeping a Green Power frame" : "Taking a Green Power frame back");
  }
}
