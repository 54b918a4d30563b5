package org.waggle.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A simulator with a host whose network is open. */
public final class Bench implements AutoCloseable {

  public final Simulator simulator;
  public final EzspHost host;

  private Bench(Simulator simulator, int version) throws Exception {
    this.simulator = simulator;
    this.host = EzspHost.formed(simulator.ezspPort(), version);
  }

  public static Bench open() throws Exception {
    return of(Simulator.builder());
  }

  public static Bench of(Simulator.Builder builder) throws Exception {
    return new Bench(builder.latency(Duration.ZERO).start(), 13);
  }

  public static Bench ofVersion(int version) throws Exception {
    return new Bench(
        Simulator.builder().latency(Duration.ZERO).ezspVersion(version).start(), version);
  }

  /** A router with one endpoint whose input clusters are as given. */
  public static JsonObject router(String inputClusters) {
    return TestJson.of(
        "{'name':'it','ieee':'0x0011223344556677','networkAddress':'0x1234','manufacturerCode':"
            + "'0x1002','endpoints':[{'id':1,'device':'0x0101','input':"
            + inputClusters
            + ",'output':['genOta']}]}");
  }

  /** Adds a device and has it join; its network address. */
  public int join(JsonObject description) throws Exception {
    JsonObject add = TestJson.of("{'op':'add'}");
    add.add("device", description);
    control(add);
    JsonObject join = TestJson.of("{'op':'join'}");
    join.add("device", new JsonPrimitive(description.get("ieee").getAsString()));
    JsonObject joined = control(join).getAsJsonObject("joined");
    return joined.get(description.get("ieee").getAsString()).getAsInt();
  }

  /** A request with single quotes; fails if the reply is not ok. */
  public JsonObject control(String request) throws Exception {
    return control(TestJson.of(request));
  }

  public JsonObject control(JsonObject request) throws Exception {
    JsonObject reply = reply(request);
    if (!reply.get("ok").getAsBoolean()) {
      throw new IllegalStateException(request + " failed: " + reply);
    }
    return reply;
  }

  /** The reply, whatever it is. */
  public JsonObject reply(JsonObject request) throws Exception {
    return simulator.control(request).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** The value of an attribute of {@code it}. */
  public String attribute(String cluster, String attribute) throws Exception {
    return control(
            "{'op':'get','device':'it','cluster':'"
                + cluster
                + "','attributes':['"
                + attribute
                + "']}")
        .getAsJsonObject("attributes")
        .get(attribute)
        .getAsString();
  }

  @Override
  public void close() throws Exception {
    host.close();
    simulator.close();
  }
}
