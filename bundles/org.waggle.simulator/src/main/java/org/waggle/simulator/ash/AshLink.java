package org.waggle.simulator.ash;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;

/**
 * The NCP's end of an ASH connection. All calls come from the thread of the scheduler, and so do
 * all calls of the listener.
 */
public final class AshLink {

  /** The layer above, and the line below. */
  public interface Listener {

    /** The host reset the NCP; it waits for what comes next. */
    void reset();

    /** An EZSP frame of the host. */
    void received(Octets payload);

    /** These bytes are to go over the line now. */
    void transmit(byte[] bytes);
  }

  private enum State {
    WAITING_FOR_RESET,
    CONNECTED,
    FAILED
  }

  /** How long a host may take to acknowledge before a frame is sent again. */
  public static final Duration ACKNOWLEDGE_TIMEOUT = Duration.ofMillis(1600);

  /** How long "not ready" holds when the host does not repeat it. */
  private static final long NOT_READY_NANOS = TimeUnit.MILLISECONDS.toNanos(480);

  private static final int MAX_TIMEOUTS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(AshLink.class);

  private final ScheduledExecutorService scheduler;
  private final Listener listener;
  private final long timeoutNanos;
  private final LineFaults toHost;
  private final LineFaults fromHost;
  private final FrameWriter writer;
  private final SendWindow window = new SendWindow();
  private FrameReader reader;
  private State state = State.WAITING_FOR_RESET;
  private int expected;
  private boolean rejecting;
  private boolean hostReady = true;
  private int timeouts;
  private int failure = AshFrame.ERROR_TIMEOUTS;
  private long sentAt;
  private boolean timerRuns;
  private boolean flushes;

  public AshLink(
      ScheduledExecutorService scheduler,
      Listener listener,
      Duration acknowledgeTimeout,
      LineFaults toHost,
      LineFaults fromHost) {
    this.scheduler = scheduler;
    this.listener = listener;
    this.timeoutNanos = acknowledgeTimeout.toNanos();
    this.toHost = toHost;
    this.fromHost = fromHost;
    this.writer = new FrameWriter(toHost);
    this.reader = new FrameReader(fromHost);
  }

  public LineFaults toHost() {
    return toHost;
  }

  public LineFaults fromHost() {
    return fromHost;
  }

  /** A host connected or left: whatever was under way is forgotten until it sends a reset. */
  public void lineChanged() {
    reader = new FrameReader(fromHost);
    writer.take();
    forget(State.WAITING_FOR_RESET);
  }

  public void receive(byte[] bytes, int count) {
    reader.read(bytes, count, this::accept);
    sendNew();
    flush();
  }

  /** The answer to a command; it overtakes callbacks that still wait. */
  public void respond(Octets payload) {
    if (state == State.CONNECTED) {
      window.addResponse(payload);
      sendNew();
    }
  }

  /** {@code acknowledged} runs when the host has the frame; never if the connection ends first. */
  public void callBack(Octets payload, Runnable acknowledged) {
    if (state == State.CONNECTED) {
      window.addCallback(payload, acknowledged);
      sendNew();
    }
  }

  /** Frames that wait for room in the window. */
  public int waiting() {
    return window.waiting();
  }

  /** Asks the host for its last frame again although nothing was wrong with it. */
  public void sendNak() {
    write(new AshFrame.Nak(false, expected));
  }

  /** Sends all unacknowledged frames again although their time is not up. */
  public void sendAgain() {
    window.again(expected, this::write);
  }

  /** The NCP restarts of its own accord. */
  public void restart(int code) {
    forget(State.CONNECTED);
    write(new AshFrame.ResetAck(AshFrame.VERSION, code));
  }

  /** The NCP gives up and says so until the host resets it. */
  public void fail(int code) {
    forget(State.FAILED);
    failure = code;
    write(new AshFrame.Error(AshFrame.VERSION, code));
  }

  private void accept(Decoded<AshFrame> decoded) {
    if (!(decoded instanceof Decoded.Ok<AshFrame> ok)) {
      LOG.debug("Not a frame: {}", decoded);
      reject();
      return;
    }
    AshFrame frame = ok.value();
    if (frame instanceof AshFrame.Reset) {
      forget(State.CONNECTED);
      listener.reset();
      write(new AshFrame.ResetAck(AshFrame.VERSION, AshFrame.RESET_SOFTWARE));
    } else if (state == State.FAILED) {
      write(new AshFrame.Error(AshFrame.VERSION, failure));
    } else if (state == State.CONNECTED) {
      exchange(frame);
    }
  }

  private void exchange(AshFrame frame) {
    if (frame instanceof AshFrame.Data data) {
      acknowledged(data.acknowledged());
      receive(data);
    } else if (frame instanceof AshFrame.Ack ack) {
      hostIsReady(!ack.notReady());
      acknowledged(ack.acknowledged());
    } else if (frame instanceof AshFrame.Nak nak) {
      hostIsReady(!nak.notReady());
      acknowledged(nak.acknowledged());
      sentAt = System.nanoTime();
      window.again(expected, this::write);
    } else {
      reject();
    }
  }

  private void receive(AshFrame.Data data) {
    if (data.number() == expected) {
      rejecting = false;
      expected = (expected + 1) % 8;
      write(new AshFrame.Ack(false, expected));
      listener.received(data.payload());
    } else if (data.retransmitted()) {
      write(new AshFrame.Ack(false, expected));
    } else {
      reject();
    }
  }

  /** Only the first bad frame is answered: the host sends everything after it again anyway. */
  private void reject() {
    if (state == State.CONNECTED && !rejecting) {
      rejecting = true;
      sendNak();
    }
  }

  private void acknowledged(int next) {
    if (window.acknowledge(next)) {
      timeouts = 0;
      sentAt = System.nanoTime();
      sendNew();
    }
  }

  private void hostIsReady(boolean ready) {
    if (hostReady && !ready) {
      scheduler.schedule(() -> hostIsReady(true), NOT_READY_NANOS, TimeUnit.NANOSECONDS);
    }
    hostReady = ready;
    if (ready) {
      sendNew();
    }
  }

  private void sendNew() {
    AshFrame.Data next = window.next(expected, hostReady);
    while (next != null) {
      write(next);
      sentAt = System.nanoTime();
      next = window.next(expected, hostReady);
    }
    if (window.hasUnacknowledged() && !timerRuns) {
      timerRuns = true;
      scheduler.schedule(this::timer, timeoutNanos, TimeUnit.NANOSECONDS);
    }
  }

  /** One timer that looks when the last frame went out is cheaper than a timer per frame. */
  private void timer() {
    timerRuns = false;
    if (state != State.CONNECTED || !window.hasUnacknowledged()) {
      return;
    }
    long now = System.nanoTime();
    if (now - sentAt >= timeoutNanos) {
      timeouts++;
      if (timeouts >= MAX_TIMEOUTS) {
        LOG.warn("The host does not acknowledge: giving up");
        fail(AshFrame.ERROR_TIMEOUTS);
        return;
      }
      sentAt = now;
      window.again(expected, this::write);
    }
    timerRuns = true;
    scheduler.schedule(this::timer, timeoutNanos - (now - sentAt), TimeUnit.NANOSECONDS);
  }

  private void forget(State next) {
    state = next;
    window.clear();
    expected = 0;
    rejecting = false;
    hostReady = true;
    timeouts = 0;
  }

  private void write(AshFrame frame) {
    writer.write(frame);
    if (!flushes) {
      flushes = true;
      scheduler.execute(this::flush);
    }
  }

  private void flush() {
    flushes = false;
    if (!writer.isEmpty()) {
      listener.transmit(writer.take());
    }
  }
}
