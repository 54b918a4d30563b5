package org.waggle.radio.ember.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.ember.ash.AshFailure;
import org.waggle.radio.ember.ash.AshHost;
import org.waggle.radio.ember.ezsp.EzspCallback;
import org.waggle.radio.ember.ezsp.EzspCommand;
import org.waggle.radio.ember.ezsp.EzspFormatException;
import org.waggle.radio.ember.ezsp.EzspFrame;
import org.waggle.radio.ember.ezsp.EzspVersion;
import org.waggle.radio.ember.ezsp.UtilityFrames.Nop;

/**
 * A link to a coordinator. It has two threads, one that reads from the port and one for timers and
 * for what others ask for; both do all of the work, in turns. Everything that the link calls, and
 * that completes its stages, is in a turn, so nothing of it runs at the same time.
 */
public final class NcpLink implements AutoCloseable {

  /** Told of what comes, in turns of the link. */
  public interface Listener {

    void callback(EzspCallback callback);

    /** The link did not come about, or ended, or was closed. The last call. */
    void ended(RadioException reason);
  }

  private static final Logger LOG = LoggerFactory.getLogger(NcpLink.class);

  /** To be closed in. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  /** A turn that takes so long shows that the host is behind. */
  private static final long BEHIND = Duration.ofMillis(250).toNanos();

  /** For what the coordinator had sent already. */
  private static final long CATCH_UP = Duration.ofMillis(100).toNanos();

  private static final int BUFFER_SIZE = 4_096;

  private final String name;
  private final LinkSettings settings;
  private final Listener listener;
  private final EventLoop loop;
  private final String readerName;
  private final AshHost ash;
  private final Transactions transactions;
  private final Negotiation negotiation;
  private final Supplier<RadioPort> opener;
  private volatile @Nullable RadioPort port;
  private volatile @Nullable Thread reader;
  private volatile boolean opening;
  private volatile boolean closing;
  private @Nullable RadioException end;
  private boolean started;
  private boolean behind;
  private long heardAt;
  private long overflows;

  /**
   * @param name of the port
   * @param opener opens the port; may block
   */
  public NcpLink(
      String name, LinkSettings settings, Supplier<RadioPort> opener, Listener listener) {
    this.name = name;
    this.settings = settings;
    this.listener = listener;
    this.opener = opener;
    String thread = "waggle-radio-" + name;
    loop = new EventLoop(thread + "-events", this::openPort, new LinkWork());
    readerName = thread + "-reader";
    ash = new AshHost(settings.ash(), new AshEvents());
    transactions = new Transactions(ash, settings);
    negotiation = new Negotiation(name, transactions, this::fail);
  }

  /**
   * Opens the port, resets the coordinator and agrees on a version. To be called once.
   *
   * @return the version; fails with {@code PORT_UNAVAILABLE}, {@code NO_COORDINATOR}, {@code
   *     FIRMWARE_UNSUPPORTED}, {@code LINK_LOST} or {@code CLOSED}
   */
  public CompletableFuture<EzspVersion> open() {
    opening = true;
    started = true;
    loop.start();
    return negotiation.result();
  }

  /** On the loop's thread, before its first turn. */
  private void openPort() {
    RadioException failure = null;
    RadioPort opened = null;
    try {
      opened = opener.get();
      port = opened;
    } catch (RadioException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = LinkFailures.portFails(name, e);
    }
    opening = false;
    loop.begin();
    try {
      if (failure != null) {
        fail(failure);
      } else if (closing || opened == null) {
        closePort();
      } else {
        RadioPort from = opened;
        Thread thread = new Thread(() -> read(from), readerName);
        thread.setDaemon(true);
        thread.start();
        reader = thread;
        heardAt = loop.now();
        ash.connect(heardAt);
        watch();
      }
    } finally {
      loop.end();
    }
  }

  private void read(RadioPort from) {
    byte[] buffer = new byte[BUFFER_SIZE];
    IOException failure = null;
    try {
      int count = from.read(buffer);
      while (count >= 0) {
        loop.begin();
        try {
          heardAt = loop.began();
          ash.receive(buffer, 0, count, heardAt);
        } finally {
          loop.end();
        }
        count = from.read(buffer);
      }
    } catch (IOException e) {
      failure = e;
    }
    loop.begin();
    try {
      portEnded(failure);
    } finally {
      loop.end();
    }
  }

  private void portEnded(@Nullable IOException cause) {
    if (!closing) {
      fail(LinkFailures.portEnded(name, cause));
    }
  }

  /** Asks a coordinator of which nothing was heard for long whether it is there. */
  private void watch() {
    long silence = settings.silence().toNanos();
    long quiet = loop.now() - heardAt;
    if (quiet >= silence) {
      call(new Nop());
      loop.after(silence, this::watch);
    } else {
      loop.after(silence - quiet, this::watch);
    }
  }

  /**
   * Sends a command; for any thread.
   *
   * @return the response; fails with what ended the link, with {@code UNSUPPORTED} if the
   *     coordinator does not know the command, or with {@code REFUSED} if it cannot be understood
   */
  public <R> CompletableFuture<R> call(EzspCommand<R> command) {
    Transaction<R> transaction = new Transaction<>(command);
    if (loop.inTurn()) {
      submit(transaction);
    } else {
      loop.execute(() -> submit(transaction));
    }
    return transaction.done();
  }

  private void submit(Transaction<?> transaction) {
    RadioException reason = closing ? LinkFailures.closed() : end;
    if (reason != null) {
      transaction.fail(reason);
    } else if (!negotiation.isDone()) {
      transaction.fail(new RadioException(Reason.BUSY, "The coordinator is not ready yet"));
    } else {
      transactions.submit(transaction);
    }
  }

  /** Has something done in a turn; for any thread. */
  public void execute(Runnable task) {
    loop.execute(task);
  }

  /** Has something done later; in a turn only. */
  public Timer after(Duration delay, Runnable action) {
    return loop.after(delay.toNanos(), action);
  }

  /** Nanoseconds of the link's own clock. */
  public long now() {
    return loop.now();
  }

  /** The version agreed on; in a turn only. */
  public EzspVersion version() {
    return transactions.version();
  }

  /**
   * Resets the coordinator in the middle of the session: it forgets everything but its network.
   * What was asked for before fails. In a turn only.
   */
  public CompletableFuture<EzspVersion> reset() {
    transactions.fail(new RadioException(Reason.LINK_LOST, "The coordinator is being reset"));
    CompletableFuture<EzspVersion> result = negotiation.again();
    RadioException reason = end;
    if (reason != null) {
      result.completeExceptionally(reason);
    } else {
      loop.execute( // once the frame that led here is done with
          () -> {
            if (end == null) {
              ash.connect(loop.now());
            }
          });
    }
    return result;
  }

  /** What happened on the line, by name, in the order to show it in; in a turn only. */
  public Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>(ash.counters());
    counters.put("ezsp_overflows", overflows);
    return counters;
  }

  private void fail(RadioException reason) {
    if (end == null) {
      end = reason;
      ash.abandon();
      closePort();
      negotiation.fail(reason);
      transactions.fail(reason);
      listener.ended(reason);
    }
  }

  private void closePort() {
    RadioPort open = port;
    if (open != null) {
      open.close();
    }
  }

  /**
   * Ends the link; what waits fails with {@code CLOSED}. Waits for both threads to end, a second at
   * most, unless one of them calls.
   */
  @Override
  public void close() {
    closing = true;
    closePort();
    loop.stop();
    if (loop.inTurn()) {
      fail(LinkFailures.closed());
      return;
    }
    long deadline = loop.now() + PATIENCE;
    try {
      if (opening) {
        loop.interrupt();
      } else if (started) {
        loop.join(left(deadline));
      }
      if (loop.tryBegin(left(deadline))) {
        loop.end(); // which ends the link unless the loop did
      }
      Thread reading = reader;
      if (reading != null) {
        reading.join(left(deadline));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Milliseconds, at least 1. */
  private long left(long deadline) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - loop.now()));
  }

  /** What every turn ends with. */
  private final class LinkWork implements EventLoop.Work {

    @Override
    public void round(long now) {
      if (closing) {
        fail(LinkFailures.closed());
        return;
      }
      ash.tick(now);
      transactions.overdue(now).ifPresent(command -> fail(LinkFailures.unanswered(name, command)));
      transactions.pump(now);
    }

    @Override
    public long deadline() {
      return Math.min(ash.deadline(), transactions.deadline());
    }

    @Override
    public void flush(long began, long now) {
      slow(now - began > BEHIND);
      ash.acknowledge();
      int length = ash.outputLength();
      RadioPort to = port;
      if (length == 0 || to == null || end != null) {
        return;
      }
      try {
        to.write(ash.output(), 0, length);
        ash.clearOutput();
      } catch (IOException e) {
        portEnded(e);
      }
    }

    private void slow(boolean slow) {
      if (slow != behind) {
        behind = slow;
        ash.ready(!slow);
        if (slow) {
          loop.after(CATCH_UP, () -> {});
        }
      }
    }
  }

  /** What comes from the line. */
  private final class AshEvents implements AshHost.Listener {

    @Override
    public void connected() {
      negotiation.begin();
    }

    @Override
    public void received(byte[] octets, int offset, int length) {
      try {
        EzspFrame frame = EzspFrame.decode(Arrays.copyOfRange(octets, offset, offset + length));
        if (frame.overflow()) {
          overflows++;
          LOG.warn("The coordinator on {} ran out of memory and lost callbacks", name);
        }
        if (frame.callback()) {
          listener.callback(EzspCallback.decode(transactions.version(), frame));
        } else {
          transactions.answer(frame);
        }
      } catch (EzspFormatException e) {
        LOG.warn("The coordinator on {} sent a malformed frame of {} octets", name, length);
        LOG.debug("It is malformed", e);
      } catch (RuntimeException e) {
        // One frame's fault must not stop the thread that brings the others.
        LOG.error("A frame of the coordinator on {} cannot be handled", name, e);
      }
    }

    @Override
    public void failed(AshFailure failure) {
      fail(LinkFailures.of(name, failure, negotiation.isDone()));
    }
  }
}
