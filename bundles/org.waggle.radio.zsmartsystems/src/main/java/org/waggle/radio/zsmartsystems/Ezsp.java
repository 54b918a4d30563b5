package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspStatus;
import com.zsmartsystems.zigbee.dongle.ember.internal.EzspProtocolHandler;
import com.zsmartsystems.zigbee.dongle.ember.internal.transaction.EzspSingleResponseTransaction;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/**
 * Sends EZSP commands and waits for their responses, one at a time as EZSP wants it. Blocks, so it
 * is for the radio's own command thread.
 */
final class Ezsp {

  private static final int TIMEOUT_SECONDS = 10;

  /** For the library to say why it gave up, after it did. */
  private static final long EXPLANATION_MILLIS = 200;

  private final Supplier<@Nullable EzspProtocolHandler> handler;
  private final Consumer<RadioException> onSilence;
  private int refusedSequence = -1;
  private @Nullable RadioException end;

  /**
   * @param onSilence told when the coordinator does not answer a command at all
   */
  Ezsp(Supplier<@Nullable EzspProtocolHandler> handler, Consumer<RadioException> onSilence) {
    this.handler = handler;
    this.onSilence = onSilence;
  }

  /**
   * @throws RadioException {@code UNSUPPORTED} if the coordinator does not know the command, or
   *     whatever ended the link
   */
  <R extends EzspFrameResponse> R call(EzspFrameRequest request, Class<R> response) {
    EzspProtocolHandler link = handler.get();
    if (link == null || ended()) {
      throw explanation(request);
    }
    long start = System.nanoTime();
    EzspFrameResponse answer =
        link.sendEzspTransaction(
                new EzspSingleResponseTransaction(request, response), TIMEOUT_SECONDS)
            .getResponse();
    if (answer != null) {
      return response.cast(answer);
    }
    if (System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS)) {
      onSilence.accept(
          new RadioException(Reason.LINK_LOST, "The coordinator does not answer " + name(request)));
    }
    throw explanation(request);
  }

  private synchronized boolean ended() {
    return end != null;
  }

  private synchronized RadioException explanation(EzspFrameRequest request) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EXPLANATION_MILLIS);
    while (end == null && refusedSequence != request.getSequenceNumber()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        break;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    RadioException reason = end;
    if (reason != null) {
      return new RadioException(reason.reason(), String.valueOf(reason.getMessage()), reason);
    }
    if (refusedSequence == request.getSequenceNumber()) {
      return new RadioException(
          Reason.UNSUPPORTED, "The coordinator does not know " + name(request));
    }
    return new RadioException(Reason.LINK_LOST, "The coordinator did not answer " + name(request));
  }

  private static String name(EzspFrameRequest request) {
    return "EZSP command 0x%04X".formatted(request.getFrameId());
  }

  /** The coordinator refused a command as unknown. */
  synchronized void refused(int sequence) {
    refusedSequence = sequence;
    notifyAll();
  }

  /** The link is gone: all calls fail for that reason from now on. The first reason stays. */
  synchronized void ended(RadioException reason) {
    if (end == null) {
      end = reason;
    }
    notifyAll();
  }

  /**
   * @param what was asked for, as the start of a sentence
   */
  static void require(EmberStatus status, String what) {
    if (status != EmberStatus.EMBER_SUCCESS) {
      throw new RadioException(Reason.REFUSED, what + " was refused with " + status);
    }
  }

  /**
   * @param what was asked for, as the start of a sentence
   */
  static void require(EzspStatus status, String what) {
    if (status != EzspStatus.EZSP_SUCCESS) {
      throw new RadioException(Reason.REFUSED, what + " was refused with " + status);
    }
  }

  /**
   * @param status an {@code sl_status_t}
   * @param what was asked for, as the start of a sentence
   */
  static void require(int status, String what) {
    if (status != 0) {
      throw new RadioException(
          Reason.REFUSED, "%s was refused with status 0x%04X".formatted(what, status));
    }
  }
}
