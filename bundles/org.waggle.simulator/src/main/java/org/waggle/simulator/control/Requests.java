package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.house.Fields;
import org.waggle.simulator.house.House;

/** Answers what is asked on the control port; for any number of threads. */
public final class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final ScheduledExecutorService loop;
  private final Operations operations = new Operations();
  private final Events events;

  /**
   * @param hostLink the connection of the host
   * @param quit ends the simulator
   */
  public Requests(Air air, Ncp ncp, House house, HostLink hostLink, Runnable quit) {
    this.loop = air.scheduler();
    this.events = new Events(house);
    Devices devices = new Devices(house);
    new DeviceOperations(house, devices).addTo(operations);
    new TrafficOperations(devices, air).addTo(operations);
    new RecordOperations(devices, loop).addTo(operations);
    LineOperations line = new LineOperations(ncp, hostLink);
    line.addTo(operations);
    new FaultOperations(ncp, line).addTo(operations);
    new NetworkOperations(ncp, air, devices).addTo(operations);
    new FloodOperation(devices, ncp, loop, events).addTo(operations);
    operations.run("quit", request -> quit.run());
  }

  /**
   * Does what a request says.
   *
   * @return {@code {"ok":true,…}} or {@code {"ok":false,"error":…}}; never fails. An {@code id} in
   *     the request is repeated.
   */
  public CompletionStage<JsonObject> handle(JsonObject request) {
    CompletableFuture<JsonObject> reply = new CompletableFuture<>();
    try {
      loop.execute(() -> run(request, reply));
    } catch (RejectedExecutionException e) {
      reply.complete(failure(request, "the simulator has ended"));
    }
    return reply;
  }

  /** {@code watcher} is told of everything that happens, until the result is run. */
  Runnable watch(Consumer<JsonObject> watcher) {
    events.add(watcher);
    return () -> events.remove(watcher);
  }

  private void run(JsonObject request, CompletableFuture<JsonObject> reply) {
    try {
      Fields fields = new Fields(request);
      operations
          .named(fields.text("op"))
          .run(fields)
          .whenComplete(
              (result, failure) ->
                  reply.complete(
                      failure == null
                          ? success(request, result)
                          : failure(request, message(failure))));
    } catch (RuntimeException e) { // whatever somebody sends, the simulator goes on
      LOG.debug("Cannot do {}", request, e);
      reply.complete(failure(request, message(e)));
    }
  }

  private static String message(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static JsonObject success(JsonObject request, JsonObject result) {
    JsonObject reply = new JsonObject();
    reply.addProperty("ok", true);
    repeatId(request, reply);
    result.entrySet().forEach(entry -> reply.add(entry.getKey(), entry.getValue()));
    return reply;
  }

  static JsonObject failure(JsonObject request, String error) {
    JsonObject reply = new JsonObject();
    reply.addProperty("ok", false);
    repeatId(request, reply);
    reply.addProperty("error", error);
    return reply;
  }

  private static void repeatId(JsonObject request, JsonObject reply) {
    if (request.has("id")) {
      reply.add("id", request.get("id"));
    }
  }
}
