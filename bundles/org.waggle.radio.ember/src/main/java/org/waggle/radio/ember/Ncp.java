package org.waggle.radio.ember;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.EzspCommand;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.EzspVersion;
import org.waggle.radio.ember.link.NcpLink;
import org.waggle.radio.ember.link.Timer;

/**
 * Commands for the coordinator, and what becomes of those that it refuses. In turns of the link.
 */
final class Ncp {

  private static final Logger LOG = LoggerFactory.getLogger(Ncp.class);

  private final NcpLink link;

  Ncp(NcpLink link) {
    this.link = link;
  }

  EzspVersion version() {
    return link.version();
  }

  Timer after(Duration delay, Runnable action) {
    return link.after(delay, action);
  }

  long now() {
    return link.now();
  }

  <R> CompletableFuture<R> call(EzspCommand<R> command) {
    return link.call(command);
  }

  /**
   * A command that must be obeyed; fails with {@code REFUSED} if it is not.
   *
   * @param what it does, as the start of a sentence
   */
  CompletableFuture<Void> require(EzspCommand<EzspStatus> command, String what) {
    return call(command).thenAccept(status -> require(status, what));
  }

  /**
   * @param what was asked for, as the start of a sentence
   * @throws RadioException {@code REFUSED} unless the status is OK
   */
  static void require(EzspStatus status, String what) {
    if (!status.isOk()) {
      throw new RadioException(Reason.REFUSED, what + " was refused with " + status);
    }
  }

  /**
   * A command that would be good but that not every coordinator obeys.
   *
   * @param what it does, as the start of a sentence
   * @return whether it was obeyed; fails only when the link does
   */
  CompletableFuture<Boolean> attempt(EzspCommand<EzspStatus> command, String what) {
    return call(command)
        .handle(
            (status, failure) -> {
              if (failure != null) {
                RadioException reason = Stages.reason(failure);
                if (reason.reason() == Reason.UNSUPPORTED || reason.reason() == Reason.REFUSED) {
                  LOG.debug("{} failed", what, reason);
                  return false;
                }
                throw reason;
              }
              if (!status.isOk()) {
                LOG.debug("{} was refused with {}", what, status);
              }
              return status.isOk();
            });
  }
}
