package org.waggle.zigbee;

import java.util.function.Consumer;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioListener;
import org.waggle.zcl.IeeeAddress;

/**
 * Brings what one radio hears to the event thread, as long as that radio is the one in use: what an
 * older one still says is dropped.
 */
final class RadioEvents implements RadioListener {

  /** Hears the radio in use, on the event thread. */
  interface Receiver {

    void received(ApsIndication indication);

    void joined(JoinIndication indication);

    void left(IeeeAddress device, int networkAddress);
  }

  private final EventThread thread;
  private final Receiver receiver;
  private final Consumer<RadioException> down;
  private boolean ended;

  RadioEvents(EventThread thread, Receiver receiver, Consumer<RadioException> down) {
    this.thread = thread;
    this.receiver = receiver;
    this.down = down;
  }

  /** Nothing more of this radio; on the event thread. */
  void end() {
    ended = true;
  }

  @Override
  public void received(ApsIndication indication) {
    thread.execute(
        () -> {
          if (!ended) {
            receiver.received(indication);
          }
        });
  }

  @Override
  public void joined(JoinIndication indication) {
    bring(() -> receiver.joined(indication));
  }

  @Override
  public void left(IeeeAddress device, int networkAddress) {
    bring(() -> receiver.left(device, networkAddress));
  }

  @Override
  public void down(RadioException cause) {
    bring(() -> down.accept(cause));
  }

  private void bring(Runnable event) {
    thread.execute(
        () -> {
          if (!ended) {
            event.run();
          }
        });
  }
}
