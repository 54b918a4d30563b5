package org.waggle.radio.ember;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.GreenPowerIndication;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioListener;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Keeps what a radio tells. */
class Heard implements RadioListener {

  record Left(IeeeAddress device, int networkAddress) {}

  record InterPanFrame(Octets frame, int channel, int lqi) {}

  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  final CompletableFuture<RadioException> down = new CompletableFuture<>();

  private final AtomicInteger downs = new AtomicInteger();

  int downs() {
    return downs.get();
  }

  /** The next event, which is of that kind. */
  <T> T next(Class<T> kind) throws InterruptedException {
    Object event = events.poll(5, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("No " + kind.getSimpleName() + " within 5 s");
    }
    return kind.cast(event);
  }

  @Override
  public void received(ApsIndication indication) {
    events.add(indication);
  }

  @Override
  public void joined(JoinIndication indication) {
    events.add(indication);
  }

  @Override
  public void left(IeeeAddress device, int networkAddress) {
    events.add(new Left(device, networkAddress));
  }

  @Override
  public void down(RadioException reason) {
    downs.incrementAndGet();
    down.complete(reason);
  }

  @Override
  public void interPanReceived(Octets frame, int channel, int lqi) {
    events.add(new InterPanFrame(frame, channel, lqi));
  }

  @Override
  public void greenPowerReceived(GreenPowerIndication indication) {
    events.add(indication);
  }
}
