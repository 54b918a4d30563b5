package org.waggle.simulator.ash;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

    /** The first {@code count} of these bytes are to go over the line now, before it returns. */
    void transmit(byte[] bytes, int count);
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
  private final AcknowledgeTimeout timeout;
  private final LineFaults toHost;
  private final LineFaults fromHost;
  private final FaultyLine lineToHost;
  private final FaultyLine lineFromHost;
  private final FrameWriter out = new FrameWriter();
  private final FrameWriter disturbed = new FrameWriter();
  private final FrameCutter cutter = new FrameCutter();
  private final SendWindow window = new SendWindow();
  private final SendWindow.Line data = this::writeData;
  private final Consumer<Decoded<AshFrame>> accepting = this::accept;
  private FrameReader reader = new FrameReader();
  private State state = State.WAITING_FOR_RESET;
  private int expected;
  private boolean rejecting;
  private boolean hostReady = true;
  private int timeouts;
  private int failure = AshFrame.ERROR_TIMEOUTS;
  private long sentAt;
  private boolean timerRuns;
  private boolean flushIsSure;
  private long silentUntil;
  private boolean silent;

  public AshLink(
      ScheduledExecutorService scheduler,
      Listener listener,
      Duration acknowledgeTimeout,
      LineFaults toHost,
      LineFaults fromHost) {
    this.scheduler = scheduler;
    this.listener = listener;
    this.timeout = new AcknowledgeTimeout(acknowledgeTimeout);
    this.toHost = toHost;
    this.fromHost = fromHost;
    this.lineToHost = new FaultyLine(scheduler, toHost, this::leave);
    this.lineFromHost = new FaultyLine(scheduler, fromHost, this::arrive);
  }

  public LineFaults toHost() {
    return toHost;
  }

  public LineFaults fromHost() {
    return fromHost;
  }

  /** A host connected or left: whatever was under way is forgotten until it sends a reset. */
  public void lineChanged() {
    reader = new FrameReader();
    cutter.clear();
    lineToHost.clear();
    lineFromHost.clear();
    out.clear();
    forget(State.WAITING_FOR_RESET);
  }

  public void receive(byte[] bytes, int count) {
    if (isSilent()) {
      return;
    }
    flushIsSure = true;
    try {
      if (lineFromHost.matters() || cutter.isBusy()) {
        cutter.read(bytes, count, lineFromHost::pass);
      } else {
        reader.read(bytes, count, accepting);
      }
      sendNew();
    } finally {
      flush();
    }
  }

  /** What a faulty line lets through. */
  private void arrive(byte[] bytes) {
    reader.read(bytes, bytes.length, accepting);
    sendNew();
  }

  /** Neither hears nor says anything for a while, and goes on as if nothing had happened. */
  public void silence(Duration duration) {
    silentUntil = System.nanoTime() + duration.toNanos();
    silent = true;
  }

  private boolean isSilent() {
    if (silent && silentUntil - System.nanoTime() <= 0) {
      silent = false;
    }
    return silent;
  }

  /** The answer to a command; it overtakes callbacks that still wait. */
  public void respond(byte[] payload) {
    if (state == State.CONNECTED) {
      window.addResponse(payload);
      sendNew();
    }
  }

  /**
   * A frame that answers no command; {@code acknowledged} runs when the host has it, never if the
   * connection ends first.
   *
   * @return whether there is a connection
   */
  public boolean callBack(byte[] payload, Runnable acknowledged) {
    if (state != State.CONNECTED) {
      return false;
    }
    window.addCallback(payload, acknowledged);
    sendNew();
    return true;
  }

  /** Frames that wait for room in the window. */
  public int waiting() {
    return window.waiting();
  }

  /** Whether callbacks wait for room in the window. */
  public boolean callbacksWait() {
    return window.callbacksWait();
  }

  /** Asks the host for its last frame again although nothing was wrong with it. */
  public void sendNak() {
    write(new AshFrame.Nak(false, expected));
  }

  /** Sends all unacknowledged frames again although their time is not up. */
  public void sendAgain() {
    window.again(data);
  }

  /** The NCP restarts of its own accord. */
  public void restart(int code) {
    forget(State.CONNECTED);
    write(new AshFrame.ResetAck(AshFrame.VERSION, code));
  }

  /** The NCP restarts and nobody is told: it hears nothing until a reset. */
  public void restartSilently() {
    forget(State.WAITING_FOR_RESET);
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
      lineToHost.beginAnew();
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
      window.again(data);
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
    if (window.acknowledges(next)) {
      long now = System.nanoTime();
      if (timeouts == 0) {
        timeout.acknowledged(now - sentAt);
      }
      timeouts = 0;
      sentAt = now;
      window.acknowledge(next);
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
    if (window.sendNew(hostReady, data)) {
      sentAt = System.nanoTime();
    }
    if (!timerRuns && window.hasUnacknowledged()) {
      timerRuns = true;
      scheduler.schedule(this::timer, timeout.nanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** One timer that looks when the last frame went out is cheaper than a timer per frame. */
  private void timer() {
    timerRuns = false;
    if (state != State.CONNECTED || !window.hasUnacknowledged()) {
      return;
    }
    long now = System.nanoTime();
    if (now - sentAt >= timeout.nanos()) {
      timeouts++;
      timeout.expired();
      if (timeouts >= MAX_TIMEOUTS) {
        LOG.warn("The host does not acknowledge: giving up");
        fail(AshFrame.ERROR_TIMEOUTS);
        return;
      }
      sentAt = now;
      window.again(data);
    }
    timerRuns = true;
    scheduler.schedule(this::timer, timeout.nanos() - (now - sentAt), TimeUnit.NANOSECONDS);
  }

  private void forget(State next) {
    state = next;
    window.clear();
    expected = 0;
    rejecting = false;
    hostReady = true;
    timeouts = 0;
    timeout.reset();
  }

  private void write(AshFrame frame) {
    if (lineToHost.matters()) {
      disturbed.write(frame);
      lineToHost.pass(disturbed.take());
    } else {
      out.write(frame);
      flushSoon();
    }
  }

  private void writeData(int number, boolean retransmitted, byte[] payload) {
    if (lineToHost.matters()) {
      disturbed.write(number, retransmitted, expected, payload);
      lineToHost.pass(disturbed.take());
    } else {
      out.write(number, retransmitted, expected, payload);
      flushSoon();
    }
  }

  /** What a faulty line lets through. */
  private void leave(byte[] frame) {
    out.append(frame);
    flushSoon();
  }

  private void flushSoon() {
    if (!flushIsSure) {
      flushIsSure = true;
      scheduler.execute(this::flush);
    }
  }

  private void flush() {
    flushIsSure = false;
    if (!out.isEmpty() && !isSilent()) {
      out.send(listener::transmit);
    }
    out.clear();
  }
}
