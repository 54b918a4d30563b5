package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.house.Names;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** One flood of reports: each device counts up, so that a lost or late report is seen. */
final class Flood {

  /** More than the window has room for, so that the line never runs dry. */
  private static final int AHEAD = 16;

  /** The values of a device repeat after so many reports. */
  private static final int VALUES = 10_000;

  private final Ncp ncp;
  private final List<VirtualDevice> senders;
  private final int endpoint;
  private final int cluster;
  private final AttributeKey attribute;
  private final ZclType type;
  private final int first;
  private final int count;
  private final CompletableFuture<JsonObject> done;
  private final long begin = System.nanoTime();
  private boolean rated;
  private int sent;
  private int acknowledged;
  private @Nullable Future<?> ticks;

  Flood(Ncp ncp, List<VirtualDevice> senders, Fields request, CompletableFuture<JsonObject> done) {
    this.ncp = ncp;
    this.senders = senders;
    this.count = request.number("count");
    this.endpoint = request.number("endpoint", 1);
    this.cluster = Names.cluster(request.text("cluster", "msTemperatureMeasurement"));
    this.attribute = Names.attribute(cluster, request.text("attribute", "measuredValue"));
    this.type = Names.type(cluster, attribute).orElse(ZclType.INT16);
    this.first = request.number("from", 0);
    this.done = done;
    if (count < 1 || senders.isEmpty()) {
      throw new IllegalArgumentException("a flood needs a \"count\" and a \"device\"");
    }
  }

  void startAsFastAsPossible() {
    for (int i = 0; i < AHEAD && sent < count; i++) {
      sendNext();
    }
  }

  /** Catches up each millisecond with what should have been sent by now. */
  void startAtRate(ScheduledExecutorService loop, int perSecond) {
    rated = true;
    ticks =
        loop.scheduleAtFixedRate(
            () -> {
              double due = (System.nanoTime() - begin) / 1e9 * perSecond;
              while (sent < count && sent < due) {
                sendNext();
              }
            },
            0,
            1,
            TimeUnit.MILLISECONDS);
  }

  void giveUp(Duration timeout) {
    if (!done.isDone()) {
      stop();
      done.completeExceptionally(
          new IllegalStateException(
              acknowledged
                  + " of "
                  + count
                  + " acknowledged within "
                  + timeout.toMillis()
                  + " ms"));
    }
  }

  private void sendNext() {
    VirtualDevice sender = senders.get(sent % senders.size());
    int value = first + sent / senders.size() % VALUES;
    sent++;
    VirtualEndpoint from =
        sender
            .endpoint(endpoint)
            .orElseThrow(() -> new IllegalArgumentException("no endpoint " + endpoint));
    Octets payload =
        from.frame(
            OptionalInt.empty(),
            Direction.SERVER_TO_CLIENT,
            true,
            new ReportAttributes(
                List.of(new AttributeValue(attribute.id(), ZclValue.of(type, value)))));
    ncp.hear(
        sender
            .antenna()
            .message(ApsMessage.Cast.UNICAST, Coordinator.ADDRESS, from.route(1, cluster), payload),
        this::acknowledged);
  }

  private void acknowledged() {
    acknowledged++;
    if (acknowledged == count) {
      stop();
      JsonObject reply = new JsonObject();
      reply.addProperty("sent", sent);
      reply.addProperty("acknowledged", acknowledged);
      reply.addProperty("milliseconds", (System.nanoTime() - begin) / 1_000_000);
      done.complete(reply);
    } else if (!rated && sent < count && !done.isDone()) {
      sendNext();
    }
  }

  private void stop() {
    if (ticks != null) {
      ticks.cancel(false);
    }
  }
}
