package org.waggle.radio.ember;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.ember.ezsp.EzspMfgTokenId;
import org.waggle.radio.ember.ezsp.TokenFrames.GetTokenData;
import org.waggle.radio.ember.ezsp.TokenFrames.SetTokenData;
import org.waggle.radio.ember.ezsp.UtilityFrames.GetEui64;
import org.waggle.radio.ember.ezsp.UtilityFrames.GetMfgToken;
import org.waggle.radio.ember.ezsp.UtilityFrames.SetMfgToken;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * The coordinator's own IEEE address, which devices know as the trust center's. Newer firmware lets
 * it be written any time; on other chips it can be written once, if the maker did not.
 */
final class OwnAddress {

  private static final Logger LOG = LoggerFactory.getLogger(OwnAddress.class);

  /** {@code STACK_RESTORED_EUI64}: of chips, and of hosts that are coordinators themselves. */
  private static final List<Long> RESTORED = List.of(0x0000_E12AL, 0x0001_E12AL);

  private static final Octets BLANK = littleEndian(new IeeeAddress(-1));

  private final Ncp ncp;
  private final Supplier<CompletableFuture<Void>> restart;

  /**
   * @param restart resets the coordinator and makes it ready again
   */
  OwnAddress(Ncp ncp, Supplier<CompletableFuture<Void>> restart) {
    this.ncp = ncp;
    this.restart = restart;
  }

  /** Takes an address if it can be had; only while there is no network. */
  CompletableFuture<Void> become(IeeeAddress address) {
    return ncp.call(new GetEui64())
        .thenCompose(
            self ->
                self.equals(address)
                    ? CompletableFuture.completedFuture(null)
                    : write(address).thenCompose(written -> written(self, address, written)));
  }

  private CompletableFuture<Void> written(IeeeAddress self, IeeeAddress address, boolean written) {
    if (!written) {
      LOG.warn("{} cannot take the address {} and keeps its own", self, address);
      return CompletableFuture.completedFuture(null);
    }
    return restart
        .get()
        .thenCompose(ready -> ncp.call(new GetEui64()))
        .thenAccept(
            now -> LOG.info("{} was to take the address {} and now is {}", self, address, now));
  }

  private CompletableFuture<Boolean> write(IeeeAddress address) {
    if (!ncp.version().atLeast(9)) {
      return writeOnce(address);
    }
    return writeRestored(address, RESTORED)
        .thenCompose(done -> done ? CompletableFuture.completedFuture(true) : writeOnce(address));
  }

  private CompletableFuture<Boolean> writeRestored(IeeeAddress address, List<Long> tokens) {
    if (tokens.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    long token = tokens.get(0);
    return ncp.call(new GetTokenData(token, 0))
        .handle((answer, failure) -> failure == null && answer.status().isOk())
        .thenCompose(
            present ->
                present
                    ? ncp.attempt(
                        new SetTokenData(token, 0, littleEndian(address)), "Writing the address")
                    : CompletableFuture.completedFuture(false))
        .thenCompose(
            done ->
                done
                    ? CompletableFuture.completedFuture(true)
                    : writeRestored(address, tokens.subList(1, tokens.size())));
  }

  private CompletableFuture<Boolean> writeOnce(IeeeAddress address) {
    return ncp.call(new GetMfgToken(EzspMfgTokenId.CUSTOM_EUI_64))
        .thenCompose(
            present ->
                present.equals(BLANK)
                    ? ncp.attempt(
                        new SetMfgToken(EzspMfgTokenId.CUSTOM_EUI_64, littleEndian(address)),
                        "Writing the address for good")
                    : CompletableFuture.completedFuture(false));
  }

  private static Octets littleEndian(IeeeAddress address) {
    return Octets.of(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(address.value())
            .array());
  }
}
