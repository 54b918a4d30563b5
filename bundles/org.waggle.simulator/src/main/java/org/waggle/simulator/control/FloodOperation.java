package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.house.Fields;

/** Many reports, as fast as the host takes them or at a given rate. */
final class FloodOperation {

  private final Devices devices;
  private final Ncp ncp;
  private final ScheduledExecutorService loop;
  private final Events events;

  FloodOperation(Devices devices, Ncp ncp, ScheduledExecutorService loop, Events events) {
    this.devices = devices;
    this.ncp = ncp;
    this.loop = loop;
    this.events = events;
  }

  void addTo(Operations operations) {
    operations.later("flood", this::flood);
  }

  private CompletionStage<JsonObject> flood(Fields request) {
    List<VirtualDevice> senders = devices.several(request);
    for (VirtualDevice sender : senders) {
      if (!sender.onNetwork()) {
        throw new IllegalArgumentException(sender.description().name() + " is not on the network");
      }
    }
    CompletableFuture<JsonObject> done = new CompletableFuture<>();
    Flood flood = new Flood(ncp, senders, request, done);
    int perSecond = request.number("perSecond", 0);
    if (perSecond > 0) {
      flood.startAtRate(loop, perSecond);
    } else {
      flood.startAsFastAsPossible();
    }
    Duration timeout = request.seconds("timeout", Duration.ofSeconds(120));
    loop.schedule(() -> flood.giveUp(timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
    return done.thenApply(this::tell);
  }

  private JsonObject tell(JsonObject result) {
    JsonObject event = result.deepCopy();
    event.addProperty("event", "flooded");
    events.tell(event);
    return result;
  }
}
