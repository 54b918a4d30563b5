package org.waggle.radio.ember.ash;

import java.time.Duration;
import java.util.Map;
import org.waggle.radio.ember.ash.AshFailure.Kind;

/**
 * The host's end of a link. Octets that came are handed to {@link #receive}, frames to {@link
 * #send}, and {@link #tick} wants to be called at {@link #deadline}; what then is to go over the
 * line, after {@link #acknowledge}, is in {@link #output} until {@link #clearOutput}.
 *
 * <p>Times are nanoseconds of one clock that starts near 0 and does not go back. Not safe for
 * several threads.
 */
public final class AshHost {

  /** The layer above. */
  public interface Listener {

    /** The coordinator was reset and waits for frames. */
    void connected();

    /**
     * A frame came. It is acknowledged once this returns.
     *
     * @param octets to be used during the call only
     */
    void received(byte[] octets, int offset, int length);

    /** The link did not come about, or ended. The last call until the next {@link #connect}. */
    void failed(AshFailure failure);
  }

  private enum State {
    IDLE,
    CONNECTING,
    CONNECTED
  }

  public static final long NEVER = AcknowledgeTimer.NEVER;

  /** How long "not ready" holds unless it is said again (T_REMOTE_NOTRDY). */
  private static final long NOT_READY = Duration.ofSeconds(1).toNanos();

  private static final int RESET_BY_HOST = 0x0B;

  private final AshSettings settings;
  private final Listener listener;
  private final FrameReader reader = new FrameReader();
  private final FrameReader.Sink sink = new Frames();
  private final FrameWriter line = new FrameWriter();
  private final AshCounters counters = new AshCounters();
  private final SendWindow window;
  private final AcknowledgeTimer timer;
  private final Rejection rejection = new Rejection();
  private State state = State.IDLE;
  private int resets;
  private long resetDeadline;
  private int expected;
  private boolean exchanged;
  private boolean acknowledge;
  private boolean ready = true;
  private long otherNotReadyUntil;
  private boolean otherNotReady;
  private int silences;
  private int stalls;
  private long now;

  public AshHost(AshSettings settings, Listener listener) {
    this.settings = settings;
    this.listener = listener;
    window = new SendWindow(settings.window());
    timer = new AcknowledgeTimer(settings);
  }

  /** Resets the coordinator. Not to be called by the listener while it is told something. */
  public void connect(long time) {
    now = time;
    state = State.CONNECTING;
    resets = 0;
    reader.clear();
    sendReset();
  }

  private void sendReset() {
    forget();
    line.clear();
    line.cancel();
    line.frame(Control.RST);
    resetDeadline = now + settings.resetWaits().get(resets).toNanos();
    resets++;
  }

  private void forget() {
    window.clear();
    timer.reset();
    rejection.over();
    expected = 0;
    exchanged = false;
    acknowledge = false;
    otherNotReady = false;
    silences = 0;
    stalls = 0;
  }

  public boolean isConnected() {
    return state == State.CONNECTED;
  }

  /** How many frames {@link #send} takes now. */
  public int room() {
    return state == State.CONNECTED && !otherNotReady ? window.room() : 0;
  }

  /**
   * Sends a frame, and again until it is acknowledged.
   *
   * @param length 1..{@value Control#LONGEST_DATA}
   * @throws IllegalStateException if there is no {@link #room}
   */
  public void send(byte[] frame, int offset, int length, long time) {
    if (room() == 0) {
      throw new IllegalStateException("No room");
    }
    now = time;
    window.add(frame, offset, length, now);
    window.writeLast(line, expected);
    counters.dataSent++;
    acknowledge &= !ready; // only ACK and NAK frames can say that the host is not ready
    if (!timer.runs()) {
      timer.start(now);
    }
  }

  /** Takes octets from the line; frames in them are handed on at once. */
  public void receive(byte[] octets, int offset, int count, long time) {
    now = time;
    reader.read(octets, offset, count, sink);
  }

  /**
   * Says whether the host can take callbacks. The coordinator keeps them for a second, unless it
   * hears otherwise before.
   */
  public void ready(boolean can) {
    if (ready != can && state == State.CONNECTED) {
      acknowledge = true;
      counters.notReadySent += can ? 0 : 1;
    }
    ready = can;
  }

  /**
   * Adds the acknowledgement that is due, unless a DATA frame carries it. To be called before what
   * is in {@link #output} goes out.
   */
  public void acknowledge() {
    if (acknowledge && state == State.CONNECTED) {
      acknowledge = false;
      line.frame(Control.ack(ready, expected));
    }
  }

  /** When {@link #tick} is due; {@link #NEVER} if there is nothing to wait for. */
  public long deadline() {
    return switch (state) {
      case IDLE -> NEVER;
      case CONNECTING -> resetDeadline;
      case CONNECTED ->
          Math.min(
              Math.min(timer.deadline(), rejection.deadline()),
              otherNotReady ? otherNotReadyUntil : NEVER);
    };
  }

  /** Does what is due. */
  public void tick(long time) {
    now = time;
    if (state == State.CONNECTING && now >= resetDeadline) {
      if (resets < settings.resetWaits().size()) {
        sendReset();
      } else {
        fail(Kind.NO_ANSWER, 0);
      }
    } else if (state == State.CONNECTED) {
      otherNotReady &= now < otherNotReadyUntil;
      if (rejection.isRepeated(now)) {
        sendNak();
      }
      if (now >= timer.deadline()) {
        timedOut();
      }
    }
  }

  private void timedOut() {
    counters.timeouts++;
    silences++;
    stalls++;
    if (silences >= settings.silences() || stalls >= settings.stalls()) {
      fail(Kind.SILENT, 0);
      return;
    }
    timer.expired();
    retransmit();
  }

  private void retransmit() {
    counters.retransmitted += window.writeAll(line, expected);
    if (window.isEmpty()) {
      timer.stop();
    } else {
      timer.start(now);
      acknowledge &= !ready;
    }
  }

  private void sendNak() {
    counters.naksSent++;
    acknowledge = false;
    line.frame(Control.nak(ready, expected));
  }

  /** Ends the link without a word to anybody. */
  public void abandon() {
    state = State.IDLE;
    line.clear();
  }

  private void fail(Kind kind, int code) {
    abandon();
    listener.failed(new AshFailure(kind, code));
  }

  /** Octets that are to go over the line; valid up to {@link #outputLength}. */
  public byte[] output() {
    return line.octets();
  }

  public int outputLength() {
    return line.length();
  }

  public void clearOutput() {
    line.clear();
  }

  /** What happened since the link was made, by name, in the order to show it in. */
  public Map<String, Long> counters() {
    return counters.byName();
  }

  /** What comes from the line. */
  private final class Frames implements FrameReader.Sink {

    @Override
    public void frame(byte[] frame, int length) {
      int control = frame[0] & 0xFF;
      if (control == Control.RSTACK || control == Control.ERROR) {
        ended(control, frame, length);
      } else if (state != State.CONNECTED) {
        return; // of a session before
      } else if (Control.isData(control) && length > 1) {
        data(control, frame, length);
      } else if (Control.isAck(control) && length == 1) {
        ready(control);
        acknowledged(control);
      } else if (Control.isNak(control) && length == 1) {
        counters.naksReceived++;
        ready(control);
        if (acknowledged(control)) {
          if (rejection.isOn()) {
            sendNak(); // which may be what was damaged; or else an ACK was
          } else {
            acknowledge |= window.isEmpty();
          }
          retransmit();
        }
      } else {
        damaged(FrameReader.Damage.TOO_LONG);
      }
    }

    private void ended(int control, byte[] frame, int length) {
      int version = length > 1 ? frame[1] & 0xFF : 0;
      int code = length > 2 ? frame[2] & 0xFF : 0;
      if (state == State.CONNECTING && control == Control.RSTACK) {
        if (version != Control.VERSION) {
          fail(Kind.OTHER_VERSION, version);
        } else if (code == RESET_BY_HOST || resets > 1) {
          // Any other code, once, is of a coordinator that just got power: our answer follows.
          state = State.CONNECTED;
          listener.connected();
        }
      } else if (state == State.CONNECTED) {
        if (control == Control.RSTACK && resets > 1 && fresh()) {
          // The answer to one more reset that had been on its way: it begins anew, and so do we.
          resets--;
          retransmit();
        } else {
          fail(control == Control.RSTACK ? Kind.RESET : Kind.ERROR, code);
        }
      }
    }

    private boolean fresh() {
      return !exchanged && window.untouched();
    }

    private void data(int control, byte[] frame, int length) {
      if (!acknowledged(control)) {
        return;
      }
      int ahead = Control.number(control) - expected & Control.NUMBERS - 1;
      if (ahead == 0) {
        counters.dataReceived++;
        exchanged = true;
        rejection.over();
        acknowledge(); // the frame before: should the last acknowledgement be lost, this one holds
        Randomizer.apply(frame, 1, length - 1);
        listener.received(frame, 1, length - 1);
        expected = expected + 1 & Control.NUMBERS - 1;
        acknowledge = state == State.CONNECTED;
      } else if (Control.isRetransmitted(control) && !rejection.isNewRound(ahead)) {
        counters.duplicates++;
        acknowledge = true;
      } else {
        counters.outOfSequence++;
        reject(ahead);
      }
    }

    private void ready(int control) {
      boolean ready = Control.isReady(control);
      counters.notReadyReceived += ready ? 0 : 1;
      otherNotReady = !ready;
      otherNotReadyUntil = now + NOT_READY;
    }

    /** Returns whether the acknowledgement was credible. */
    private boolean acknowledged(int control) {
      int next = Control.acknowledged(control);
      if (!window.isCredible(next)) {
        counters.badAcknowledgements++;
        reject(0);
        return false;
      }
      silences = 0;
      if (window.news(next) > 0) {
        exchanged = true;
        stalls = 0;
        long sentAt = window.sentOnceAt(next);
        if (sentAt >= 0) {
          timer.measured(now - sentAt);
        }
        window.acknowledge(next);
        if (window.isEmpty()) {
          timer.stop();
        } else {
          timer.start(now);
        }
      }
      return true;
    }

    @Override
    public void damaged(FrameReader.Damage damage) {
      if (state == State.CONNECTED) {
        counters.damaged++;
        reject(0);
      }
    }

    private void reject(int ahead) {
      if (rejection.begins(ahead, now)) {
        sendNak();
      }
    }
  }
}
