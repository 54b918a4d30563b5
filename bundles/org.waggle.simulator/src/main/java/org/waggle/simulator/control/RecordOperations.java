package org.waggle.simulator.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.waggle.simulator.device.FrameLog;
import org.waggle.simulator.device.ReceivedFrame;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.house.Names;
import org.waggle.zcl.IeeeAddress;

/** Looking at what devices received. */
final class RecordOperations {

  private final Devices devices;
  private final ScheduledExecutorService loop;

  RecordOperations(Devices devices, ScheduledExecutorService loop) {
    this.devices = devices;
    this.loop = loop;
  }

  void addTo(Operations operations) {
    operations.on("frames", this::frames);
    operations.run("clear_frames", this::clear);
    operations.later("await_frame", this::await);
  }

  private JsonObject frames(Fields request) {
    Predicate<JsonObject> wanted = wanted(request);
    JsonArray frames = new JsonArray();
    devices.one(request).antenna().log().frames().stream()
        .map(FrameJson::of)
        .filter(wanted)
        .forEach(frames::add);
    JsonObject reply = new JsonObject();
    reply.add("frames", frames);
    return reply;
  }

  private void clear(Fields request) {
    devices.several(request).forEach(device -> device.antenna().log().clear());
  }

  /** The first frame, also an earlier one, that is as wanted. */
  private CompletionStage<JsonObject> await(Fields request) {
    VirtualDevice device = devices.one(request);
    FrameLog log = device.antenna().log();
    Predicate<JsonObject> wanted = wanted(request);
    CompletableFuture<JsonObject> found = new CompletableFuture<>();
    Optional<JsonObject> earlier =
        log.frames().stream().map(FrameJson::of).filter(wanted).findFirst();
    if (earlier.isPresent()) {
      found.complete(reply(earlier.get()));
      return found;
    }
    BiConsumer<IeeeAddress, ReceivedFrame> listener =
        (address, frame) -> {
          JsonObject json = FrameJson.of(frame);
          if (wanted.test(json)) {
            found.complete(reply(json));
          }
        };
    log.addListener(listener);
    found.whenComplete((result, failure) -> log.removeListener(listener));
    Duration timeout = request.seconds("timeout", Duration.ofSeconds(10));
    loop.schedule(
        () ->
            found.completeExceptionally(
                new IllegalStateException("no such frame within " + timeout.toMillis() + " ms")),
        timeout.toMillis(),
        TimeUnit.MILLISECONDS);
    return found;
  }

  private static JsonObject reply(JsonObject frame) {
    JsonObject reply = new JsonObject();
    reply.add("frame", frame);
    return reply;
  }

  /** All of {@code cluster}, {@code command}, {@code cast} and {@code payload} that are given. */
  private static Predicate<JsonObject> wanted(Fields request) {
    Optional<Integer> cluster = request.optionalText("cluster").map(Names::cluster);
    Optional<Integer> command =
        request.has("command") ? Optional.of(request.number("command")) : Optional.empty();
    Optional<String> cast = request.optionalText("cast");
    Optional<String> payload = request.optionalText("payload");
    Optional<String> type = request.optionalText("frameType");
    return frame ->
        cluster.map(id -> id == frame.get("cluster").getAsInt()).orElse(true)
            && command.map(id -> id == number(frame, "command")).orElse(true)
            && cast.map(it -> it.equals(frame.get("cast").getAsString())).orElse(true)
            && type.map(it -> it.equals(text(frame, "frameType"))).orElse(true)
            && payload.map(it -> it.equals(text(frame, "payload"))).orElse(true);
  }

  private static int number(JsonObject frame, String name) {
    return frame.has(name) ? frame.get(name).getAsInt() : -1;
  }

  private static String text(JsonObject frame, String name) {
    return frame.has(name) ? frame.get(name).getAsString() : "";
  }
}
