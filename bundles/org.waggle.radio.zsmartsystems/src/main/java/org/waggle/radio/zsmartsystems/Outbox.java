package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspMessageSentHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination.Unicast;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/**
 * APS frames on their way out: first come, first sent, as many unicasts at once as the coordinator
 * has room for. Commands run on the command thread; {@link #sent} comes from the library's.
 */
final class Outbox {

  /** Tags 0..254 are for unicasts, whose delivery reports matter. */
  private static final int TAGS = 255;

  private static final int UNUSED_TAG = 255;

  /** How often a frame is offered to a coordinator without room: for some two seconds. */
  private static final int ATTEMPTS = 6;

  private static final long FIRST_PAUSE_MILLIS = 60;

  /** Longer than any coordinator tries to reach a sleepy device. */
  private static final long REPORT_SECONDS = 30;

  private static final Set<EmberStatus> BUSY =
      Set.of(
          EmberStatus.EMBER_MAX_MESSAGE_LIMIT_REACHED,
          EmberStatus.EMBER_NO_BUFFERS,
          EmberStatus.EMBER_NETWORK_BUSY,
          EmberStatus.EMBER_MAC_TRANSMIT_QUEUE_FULL,
          EmberStatus.EMBER_NETWORK_DOWN);

  /** A frame and what is known of it. */
  private static final class Message {

    final ApsRequest request;
    final CompletableFuture<Void> done = new CompletableFuture<>();
    int attempts;
    @Nullable ScheduledFuture<?> timeout;

    Message(ApsRequest request) {
      this.request = request;
    }

    boolean unicast() {
      return request.destination() instanceof Unicast;
    }
  }

  private final ApsSender sender;
  private final ScheduledExecutorService commands;
  private final Set<Message> unfinished = new HashSet<>();
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final Map<Integer, Message> inFlight = new HashMap<>();
  private int room = 10; // of the smallest coordinators
  private int lastTag = -1;
  private boolean held;
  private @Nullable RadioException end;

  Outbox(ApsSender sender, ScheduledExecutorService commands) {
    this.sender = sender;
    this.commands = commands;
  }

  /** How many unicasts the coordinator handles at once. */
  synchronized void room(int unicasts) {
    room = Math.max(1, Math.min(unicasts, TAGS - 1));
  }

  CompletableFuture<Void> send(ApsRequest request) {
    Message message = new Message(request);
    synchronized (this) {
      unfinished.add(message);
    }
    message.done.whenComplete((sent, failure) -> finished(message));
    enqueue(message);
    return message.done;
  }

  private synchronized void finished(Message message) {
    unfinished.remove(message);
  }

  private void enqueue(Message message) {
    RadioException reason;
    synchronized (this) {
      reason = end;
      if (reason == null) {
        waiting.add(message);
      }
    }
    if (reason == null) {
      pump();
    } else {
      message.done.completeExceptionally(reason);
    }
  }

  /** Sends nothing until {@link #release}; the radio is on another channel. */
  synchronized void hold() {
    held = true;
  }

  void release() {
    int count;
    synchronized (this) {
      held = false;
      count = waiting.size();
    }
    for (int i = 0; i < count; i++) {
      pump();
    }
  }

  /** To be called once for each frame and each place that becomes free. */
  private void pump() {
    try {
      commands.execute(this::transmitNext);
    } catch (RejectedExecutionException e) {
      // The radio was closed, and with it all frames failed.
    }
  }

  private void transmitNext() {
    Message message;
    int tag;
    synchronized (this) {
      message = next();
      if (message == null) {
        return;
      }
      tag = message.unicast() ? freeTag() : UNUSED_TAG;
      if (message.unicast()) {
        inFlight.put(tag, message);
      }
      message.attempts++;
    }
    try {
      handle(message, tag, sender.send(message.request, tag));
    } catch (RadioException e) {
      drop(message, tag);
      message.done.completeExceptionally(e);
    }
  }

  /** The first frame that may go now; multicasts overtake unicasts for which there is no room. */
  private @Nullable Message next() {
    if (held) {
      return null;
    }
    for (Iterator<Message> messages = waiting.iterator(); messages.hasNext(); ) {
      Message message = messages.next();
      if (!message.unicast() || inFlight.size() < room) {
        messages.remove();
        return message;
      }
    }
    return null;
  }

  /** Goes round, so that a late report of a frame that was given up meets no other frame. */
  private int freeTag() {
    do {
      lastTag = (lastTag + 1) % TAGS;
    } while (inFlight.containsKey(lastTag));
    return lastTag;
  }

  private void handle(Message message, int tag, EmberStatus status) {
    if (status == EmberStatus.EMBER_SUCCESS) {
      if (message.unicast()) {
        awaitReport(message, tag);
      } else {
        message.done.complete(null);
      }
      return;
    }
    drop(message, tag);
    if (!BUSY.contains(status)) {
      message.done.completeExceptionally(
          new RadioException(Reason.REFUSED, "Sending a frame was refused with " + status));
    } else if (message.attempts < ATTEMPTS) {
      long pause = FIRST_PAUSE_MILLIS << (message.attempts - 1);
      commands.schedule(() -> enqueue(message), pause, TimeUnit.MILLISECONDS);
    } else {
      message.done.completeExceptionally(
          new RadioException(Reason.BUSY, "The coordinator has no room for a frame: " + status));
    }
  }

  private void drop(Message message, int tag) {
    boolean dropped;
    synchronized (this) {
      dropped = inFlight.remove(tag, message);
    }
    if (dropped) {
      pump();
    }
  }

  private synchronized void awaitReport(Message message, int tag) {
    if (inFlight.get(tag) == message) {
      message.timeout =
          commands.schedule(() -> noReport(message, tag), REPORT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void noReport(Message message, int tag) {
    drop(message, tag);
    message.done.completeExceptionally(
        new RadioException(Reason.NOT_DELIVERED, "The coordinator did not report on a frame"));
  }

  /** A delivery report. */
  void sent(EzspMessageSentHandler report) {
    Message message;
    synchronized (this) {
      message = inFlight.get(report.getMessageTag());
      if (message == null
          || !(message.request.destination() instanceof Unicast unicast)
          || unicast.networkAddress() != report.getIndexOrDestination()) {
        return;
      }
      inFlight.remove(report.getMessageTag());
      if (message.timeout != null) {
        message.timeout.cancel(false);
      }
    }
    pump();
    if (report.getStatus() == EmberStatus.EMBER_SUCCESS) {
      message.done.complete(null);
    } else {
      message.done.completeExceptionally(
          new RadioException(
              Reason.NOT_DELIVERED,
              "Node 0x%04X did not get a frame: %s"
                  .formatted(report.getIndexOrDestination(), report.getStatus())));
    }
  }

  /** Fails all frames, wherever they are, and those to come. */
  void ended(RadioException reason) {
    List<Message> lost;
    synchronized (this) {
      if (end == null) {
        end = reason;
      }
      lost = new ArrayList<>(unfinished);
      waiting.clear();
      inFlight.clear();
    }
    lost.forEach(message -> message.done.completeExceptionally(reason));
  }
}
