package org.waggle.radio.ember;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination.Unicast;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.MessageSent;
import org.waggle.radio.ember.ezsp.MessagingFrames.Sent;

/**
 * APS frames on their way out: first come, first sent, as many unicasts at once as the coordinator
 * turns out to have room for. In turns of the link.
 */
final class Outbox {

  /** Tags 0..254 are for unicasts, whose delivery reports matter. */
  private static final int TAGS = 255;

  private static final int UNUSED_TAG = 255;

  /** Offered at once; others wait for these to be taken. */
  private static final int BROADCASTS = 2;

  /** Longer than any coordinator tries to reach a sleepy device. */
  private static final Duration REPORT = Duration.ofSeconds(30);

  private final Ncp ncp;
  private final SourceRoutes routes;
  private final Lane unicasts;
  private final Lane broadcasts;
  private final Room room = new Room();
  private final @Nullable Message[] byTag = new Message[TAGS];
  private final Deque<Message> unreported = new ArrayDeque<>();
  private final Set<Message> unfinished = new HashSet<>();
  private boolean reportTimer;
  private long order;
  private int inFlight;
  private int offered;
  private int lastTag = -1;
  private boolean held;
  private @Nullable RadioException end;

  Outbox(Ncp ncp, SourceRoutes routes) {
    this.ncp = ncp;
    this.routes = routes;
    unicasts = new Lane(ncp, this::pump);
    broadcasts = new Lane(ncp, this::pump);
  }

  /** The coordinator said how many unicasts it handles at once. */
  void room(int unicastCount) {
    room.limit(Math.min(unicastCount, TAGS - 1));
  }

  void send(ApsRequest request, CompletableFuture<Void> done) {
    RadioException reason = end;
    if (reason != null) {
      done.completeExceptionally(reason);
      return;
    }
    if (request.payload().size() > ApsFrames.LONGEST_PAYLOAD) {
      done.completeExceptionally(
          new RadioException(
              Reason.REFUSED, request.payload().size() + " bytes do not fit into one frame"));
      return;
    }
    Message message = new Message(request, order++, done);
    unfinished.add(message);
    lane(message).add(message);
    pump();
  }

  private Lane lane(Message message) {
    return message.unicast() ? unicasts : broadcasts;
  }

  /** Sends nothing until {@link #release}; the radio is on another channel. */
  void hold() {
    held = true;
  }

  void release() {
    held = false;
    pump();
  }

  private void pump() {
    while (!held && end == null) {
      Message message = next();
      if (message == null) {
        return;
      }
      lane(message).remove();
      offer(message);
    }
  }

  /** The first frame that may go now; broadcasts overtake unicasts for which there is no room. */
  private @Nullable Message next() {
    Message unicast = inFlight < room.now() ? unicasts.first() : null;
    Message broadcast = offered < BROADCASTS ? broadcasts.first() : null;
    if (unicast == null) {
      return broadcast;
    }
    return broadcast == null || unicast.compareTo(broadcast) < 0 ? unicast : broadcast;
  }

  private void offer(Message message) {
    int tag = UNUSED_TAG;
    if (message.request.destination() instanceof Unicast unicast) {
      routes.prepare(unicast.networkAddress());
      tag = freeTag();
      message.tag = tag;
      byTag[tag] = message;
      inFlight++;
    } else {
      offered++;
    }
    message.reported = false;
    ncp.call(ApsFrames.of(message.request, tag))
        .whenComplete((sent, failure) -> answered(message, sent, failure));
  }

  /** Goes round, so that a late report of a frame that was given up meets no other frame. */
  private int freeTag() {
    do {
      lastTag = (lastTag + 1) % TAGS;
    } while (byTag[lastTag] != null);
    return lastTag;
  }

  private void answered(Message message, @Nullable Sent sent, @Nullable Throwable failure) {
    if (!message.unicast()) {
      offered--;
    }
    if (message.reported) {
      return;
    }
    if (sent != null && sent.status().isOk()) {
      taken(message);
    } else if (sent != null && !isBusy(sent.status())) {
      forget(message);
      finish(
          message,
          Undelivered.is(sent.status())
              ? Undelivered.reason(message.request, sent.status())
              : new RadioException(
                  Reason.REFUSED, "Sending a frame was refused with " + sent.status()));
    } else if (sent != null) {
      noRoom(message, sent.status().toString());
    } else {
      RadioException reason = Stages.reason(failure == null ? new Throwable() : failure);
      if (reason.reason() == Reason.BUSY) {
        noRoom(message, String.valueOf(reason.getMessage()));
      } else {
        forget(message);
        finish(message, reason);
      }
    }
    pump();
  }

  private static boolean isBusy(EzspStatus status) {
    // Down for a moment while the channel changes, say.
    return status.isBusy() || status.is(EzspStatus.Meaning.NETWORK_DOWN);
  }

  private void taken(Message message) {
    lane(message).went();
    if (!message.unicast()) {
      finish(message, null);
      return;
    }
    if (!message.request.acknowledged()) {
      finish(message, null); // but it takes its place until it is reported
    }
    message.reportDue = ncp.now() + REPORT.toNanos();
    unreported.add(message);
    watchReports();
  }

  private void noRoom(Message message, String status) {
    if (message.unicast()) {
      forget(message);
      room.exceeded(inFlight);
    }
    if (!lane(message).again(message)) {
      finish(
          message,
          new RadioException(Reason.BUSY, "The coordinator has no room for a frame: " + status));
    }
  }

  private void forget(Message message) {
    if (message.unicast() && byTag[message.tag] == message) {
      byTag[message.tag] = null;
      inFlight--;
    }
  }

  private void finish(Message message, @Nullable RadioException failure) {
    if (unfinished.remove(message)) {
      if (failure == null) {
        message.done.complete(null);
      } else {
        message.done.completeExceptionally(failure);
      }
    }
  }

  /** A delivery report. */
  void sent(MessageSent report) {
    int tag = report.tag();
    Message message = tag < TAGS ? byTag[tag] : null;
    if (message == null
        || !(message.request.destination() instanceof Unicast unicast)
        || unicast.networkAddress() != report.indexOrDestination()) {
      return;
    }
    message.reported = true;
    forget(message);
    room.freed();
    unicasts.hurry();
    if (report.status().isOk()) {
      finish(message, null);
    } else {
      routes.failed(unicast.networkAddress());
      finish(message, Undelivered.reason(message.request, report.status()));
    }
    pump();
  }

  /** The coordinator was reset, and knows nothing of what it had taken. */
  void forgetTaken() {
    for (Message message : List.copyOf(unreported)) {
      if (!message.reported) {
        lost(message, "The coordinator was reset before it sent a frame");
      }
    }
    unreported.clear();
  }

  private void lost(Message message, String why) {
    message.reported = true;
    forget(message);
    finish(message, new RadioException(Reason.NOT_DELIVERED, why));
  }

  private void watchReports() {
    while (!unreported.isEmpty() && unreported.element().reported) {
      unreported.remove();
    }
    Message oldest = unreported.peek();
    if (oldest != null && !reportTimer) {
      reportTimer = true;
      ncp.after(Duration.ofNanos(oldest.reportDue - ncp.now()), this::reportsDue);
    }
  }

  private void reportsDue() {
    reportTimer = false;
    for (Message oldest = unreported.peek();
        oldest != null && (oldest.reported || oldest.reportDue <= ncp.now());
        oldest = unreported.peek()) {
      unreported.remove();
      if (!oldest.reported) {
        oldest.reported = true;
        forget(oldest);
        finish(
            oldest,
            new RadioException(Reason.NOT_DELIVERED, "The coordinator did not report on a frame"));
      }
    }
    watchReports();
    pump();
  }

  /** Fails all frames, wherever they are, and those to come. */
  void ended(RadioException reason) {
    end = reason;
    unicasts.clear();
    broadcasts.clear();
    List<Message> lost = new ArrayList<>(unfinished);
    unfinished.clear();
    lost.sort(null);
    lost.forEach(message -> message.done.completeExceptionally(reason));
  }
}
