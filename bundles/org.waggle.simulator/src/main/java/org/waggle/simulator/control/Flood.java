package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.device.Antenna;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.house.Names;
import org.waggle.zcl.ZclType;

/**
 * One flood of reports: each device counts up, so that a lost or late report is seen. What was on
 * its way when the coordinator restarted is lost; the flood goes on when the network is up again.
 */
final class Flood {

  private record Sender(Antenna antenna, Antenna.Route route) {}

  /** More than the window has room for, so that the line never runs dry. */
  private static final int AHEAD = 16;

  private final Ncp ncp;
  private final List<Sender> senders = new ArrayList<>();
  private final Counting reports;
  private final int count;
  private final CompletableFuture<JsonObject> done;
  private final long begin = System.nanoTime();
  private boolean rated;
  private int sent;
  private int acknowledged;
  private int lost;
  private int underWay;
  private int generation;
  private final List<Runnable> ends = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if the request asks for no flood
   */
  Flood(Ncp ncp, List<VirtualDevice> devices, Fields request, CompletableFuture<JsonObject> done) {
    this.ncp = ncp;
    this.count = request.number("count");
    this.done = done;
    if (count < 1 || devices.isEmpty()) {
      throw new IllegalArgumentException("a flood needs a \"count\" and a \"device\"");
    }
    int cluster = Names.cluster(request.text("cluster", "msTemperatureMeasurement"));
    AttributeKey attribute = Names.attribute(cluster, request.text("attribute", "measuredValue"));
    ZclType type =
        request
            .optionalText("type")
            .map(ZclType::valueOf)
            .or(() -> Names.type(cluster, attribute))
            .orElse(ZclType.INT16);
    this.reports = new Counting(attribute, type, request.number("from", 0));
    int endpoint = request.number("endpoint", 1);
    for (VirtualDevice device : devices) {
      VirtualEndpoint from =
          device
              .endpoint(endpoint)
              .orElseThrow(() -> new IllegalArgumentException("no endpoint " + endpoint));
      senders.add(new Sender(device.antenna(), from.route(1, cluster)));
    }
  }

  void startAsFastAsPossible() {
    ends.add(ncp.onReset(this::lose));
    ends.add(ncp.onUp(this::fill));
    fill();
  }

  /** Catches up each millisecond with what should have been sent by now. */
  void startAtRate(ScheduledExecutorService loop, int perSecond) {
    rated = true;
    ends.add(ncp.onReset(this::lose));
    Future<?> ticks =
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
    ends.add(() -> ticks.cancel(false));
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

  private void fill() {
    while (underWay < AHEAD && sent < count && ncp.isUp() && !done.isDone()) {
      sendNext();
    }
  }

  private void sendNext() {
    Sender sender = senders.get(sent % senders.size());
    int number = sent / senders.size();
    sent++;
    underWay++;
    Antenna antenna = sender.antenna;
    int now = generation;
    boolean taken =
        ncp.hear(
            antenna.message(
                ApsMessage.Cast.UNICAST,
                Coordinator.ADDRESS,
                sender.route,
                reports.report(antenna.nextSequence(), number)),
            () -> acknowledged(now));
    if (!taken) {
      underWay--;
      lost++;
      endIfDone();
    }
  }

  private void acknowledged(int sentIn) {
    if (sentIn != generation || done.isDone()) {
      return;
    }
    acknowledged++;
    underWay--;
    if (!rated && sent < count) {
      sendNext();
    }
    endIfDone();
  }

  /** Nobody will acknowledge what is under way. */
  private void lose() {
    generation++;
    lost += underWay;
    underWay = 0;
    endIfDone();
  }

  private void endIfDone() {
    if (acknowledged + lost < count || done.isDone()) {
      return;
    }
    stop();
    JsonObject reply = new JsonObject();
    reply.addProperty("sent", sent);
    reply.addProperty("acknowledged", acknowledged);
    reply.addProperty("lost", lost);
    reply.addProperty("milliseconds", (System.nanoTime() - begin) / 1_000_000);
    done.complete(reply);
  }

  private void stop() {
    ends.forEach(Runnable::run);
  }
}
