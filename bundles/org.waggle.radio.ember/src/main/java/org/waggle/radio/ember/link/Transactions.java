package org.waggle.radio.ember.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.ember.ash.AshHost;
import org.waggle.radio.ember.ezsp.EzspFrame;
import org.waggle.radio.ember.ezsp.EzspVersion;

/**
 * Commands on their way to the coordinator, in the order that they were given in, several at once.
 * Under the lock of its link.
 */
final class Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private static final int SEQUENCES = 256;

  private final AshHost ash;
  private int limit;
  private final long timeout;
  private final Deque<Transaction<?>> waiting = new ArrayDeque<>();
  private final Deque<Transaction<?>> sent = new ArrayDeque<>();
  private final @Nullable Transaction<?>[] bySequence = new Transaction<?>[SEQUENCES];
  private EzspVersion version = new EzspVersion(EzspVersion.OLDEST);
  private int underWay;
  private int sequence = -1;

  Transactions(AshHost ash, LinkSettings settings) {
    this.ash = ash;
    limit = settings.commands();
    timeout = settings.responseTimeout().toNanos();
  }

  EzspVersion version() {
    return version;
  }

  void version(EzspVersion agreed) {
    version = agreed;
  }

  void submit(Transaction<?> transaction) {
    if (transaction.isIn(version)) {
      waiting.add(transaction);
    } else {
      transaction.refuseUnknown(version);
    }
  }

  /** Sends what there is room for. */
  void pump(long now) {
    while (underWay < limit && !waiting.isEmpty() && ash.room() > 0) {
      Transaction<?> transaction = waiting.remove();
      sequence = (sequence + 1) % SEQUENCES;
      byte[] frame = transaction.begin(sequence, version, now + timeout);
      LOG.debug("Command {}: {}", sequence, transaction.name());
      bySequence[sequence] = transaction;
      sent.add(transaction);
      underWay++;
      ash.send(frame, 0, frame.length, now);
    }
  }

  /** A frame that is no callback. */
  void answer(EzspFrame frame) {
    Transaction<?> transaction = bySequence[frame.sequence()];
    if (transaction == null) {
      LOG.warn("The coordinator answers what was not asked: frame 0x{}", hex(frame.frameId()));
      return;
    }
    LOG.debug("Response {}: {}", frame.sequence(), transaction.name());
    bySequence[frame.sequence()] = null;
    underWay--;
    if (limit > 1 && transaction.isOverflow(frame, version)) {
      LOG.info("The coordinator has no memory for several commands at once: it gets one");
      limit = 1;
      sent.remove(transaction);
      waiting.addFirst(transaction);
    } else {
      transaction.answer(frame, version);
    }
    while (!sent.isEmpty() && sent.element().isAnswered()) {
      sent.remove();
    }
  }

  private static String hex(int frameId) {
    return "%04X".formatted(frameId);
  }

  long deadline() {
    Transaction<?> oldest = sent.peek();
    return oldest == null ? AshHost.NEVER : oldest.deadline();
  }

  /** The command that was not answered in time, if there is one. */
  Optional<String> overdue(long now) {
    Transaction<?> oldest = sent.peek();
    return oldest == null || oldest.deadline() > now
        ? Optional.empty()
        : Optional.of(oldest.name());
  }

  /** Nothing will be answered any more. */
  void fail(RadioException reason) {
    List<Transaction<?>> lost = new ArrayList<>(sent);
    lost.addAll(waiting);
    sent.clear();
    waiting.clear();
    underWay = 0;
    Arrays.fill(bySequence, null);
    for (Transaction<?> transaction : lost) {
      if (!transaction.isAnswered()) {
        transaction.fail(reason);
      }
    }
  }
}
