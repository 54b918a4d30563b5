package org.waggle.bridge.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.device.api.DeviceMessage;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZclMessage;

/**
 * A device with the definition that serves it, if one does. Its messages are decoded in order, one
 * at a time; they wait while one is being decoded elsewhere or a definition is being looked for.
 *
 * <p>Used on the event thread.
 */
public final class ServedDevice {

  /** So many messages may wait; an attacker or a mad device gets no further. */
  private static final int MOST_WAITING = 1000;

  private static final Duration DECODE_LIMIT = Duration.ofSeconds(30);

  private final EntityKey.Device key;
  private final DeviceContext context;
  private final Deque<ZclMessage> waiting = new ArrayDeque<>();
  private volatile @Nullable Serving serving;
  private OptionalInt linkQuality;
  private boolean interviewed;
  private boolean decoding;
  private boolean searching;
  private int resolutions;
  private CompletionStage<Void> resolution = CompletableFuture.completedFuture(null);

  ServedDevice(EntityKey.Device key, DeviceContext context, OptionalInt linkQuality) {
    this.key = key;
    this.context = context;
    this.linkQuality = linkQuality;
  }

  public EntityKey.Device key() {
    return key;
  }

  /** The definition at work. For any thread. */
  public Optional<Serving> serving() {
    return Optional.ofNullable(serving);
  }

  OptionalInt linkQuality() {
    return linkQuality;
  }

  boolean isInterviewed() {
    return interviewed;
  }

  void setInterviewed(boolean interviewed) {
    this.interviewed = interviewed;
  }

  /** The search for a definition that is going on, or went on last. */
  CompletionStage<Void> resolution() {
    return resolution;
  }

  /** Notes that a search begins; its number tells it from a newer one. */
  int beginResolution(CompletionStage<Void> stage) {
    resolution = stage;
    searching = true;
    return ++resolutions;
  }

  boolean isNewest(int number) {
    return number == resolutions;
  }

  /** Puts another definition to work, or none. */
  void serveWith(@Nullable Serving next) {
    Serving last = serving;
    serving = next;
    if (last != null && last != next) {
      last.end();
    }
  }

  /** Takes the definition away; messages wait for another one until {@link #resume}. */
  void suspend() {
    searching = true;
    serveWith(null);
  }

  /** The search is over: decodes what waited for it. */
  void resume() {
    searching = false;
    drain();
  }

  /** Takes a message in. */
  void receive(ZclMessage message) {
    linkQuality = OptionalInt.of(message.linkQuality());
    if (!interviewed) {
      return;
    }
    waiting.add(message);
    if (waiting.size() > MOST_WAITING) {
      waiting.remove();
      context.log().warning("Too many messages of '" + name() + "' wait, dropping the oldest");
    }
    drain();
  }

  private void drain() {
    while (!decoding && !waiting.isEmpty()) {
      Serving current = serving;
      if (searching && current == null) {
        return;
      }
      ZclMessage message = waiting.remove();
      if (current != null) {
        decode(current, message);
      }
    }
  }

  private void decode(Serving current, ZclMessage message) {
    CompletableFuture<Map<String, @Nullable Object>> decoded =
        current
            .decode(
                new DeviceMessage(
                    message.endpoint(),
                    message.groupId(),
                    message.clusterId(),
                    message.frame(),
                    message.linkQuality(),
                    message.received()))
            .toCompletableFuture();
    if (decoded.isDone()) {
      if (decoded.isCompletedExceptionally()) {
        decoded.whenComplete(this::publish);
      } else {
        publish(decoded.join(), null);
      }
      return;
    }
    decoding = true;
    Subscription limit =
        context
            .network()
            .schedule(
                DECODE_LIMIT,
                () -> decoded.completeExceptionally(new IllegalStateException("took too long")));
    decoded.whenComplete(
        (state, fault) -> {
          limit.close();
          publish(state, fault);
          decoding = false;
          drain();
        });
  }

  private void publish(@Nullable Map<String, @Nullable Object> state, @Nullable Throwable fault) {
    if (state != null && !state.isEmpty()) {
      context.publish().accept(key, state);
    } else if (fault != null) {
      context.log().fault("Message of '" + name() + "' lost, its definition failed", fault);
    }
  }

  private String name() {
    return context.names().name(key);
  }
}
