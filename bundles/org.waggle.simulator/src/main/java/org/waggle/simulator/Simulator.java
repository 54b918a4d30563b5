package org.waggle.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.control.ControlPort;
import org.waggle.simulator.control.Requests;
import org.waggle.simulator.ezsp.EzspVersion;
import org.waggle.simulator.house.Crowd;
import org.waggle.simulator.house.Houses;
import org.waggle.simulator.memory.DirectoryMemory;
import org.waggle.simulator.memory.Memory;

/**
 * A coordinator on a TCP port with a house full of virtual devices. A host connects to {@link
 * #ezspPort} as to a stick behind a network; what happens in the house is told to {@link
 * #controlPort} or {@link #control}. For any number of threads.
 */
public final class Simulator implements AutoCloseable {

  private final EventLoop loop;
  private final World world;
  private final HostPort hostPort;
  private final Requests requests;
  private final ControlPort controlPort;
  private final CompletableFuture<Void> quit = new CompletableFuture<>();

  private Simulator(EventLoop loop, World world, Builder builder) throws IOException {
    this.loop = loop;
    this.world = world;
    this.hostPort =
        new HostPort(new InetSocketAddress(builder.host, builder.port), loop, new ToCoordinator());
    this.requests =
        new Requests(world.air(), world.ncp(), world.house(), hostPort, () -> quit.complete(null));
    try {
      this.controlPort =
          new ControlPort(new InetSocketAddress(builder.host, builder.controlPort), requests);
    } catch (IOException e) {
      hostPort.close();
      throw e;
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  private void connect() {
    world.ncp().connect(hostPort::send);
    hostPort.start();
  }

  private void disturb(@Nullable JsonObject faults)
      throws InterruptedException, ExecutionException {
    if (faults != null) {
      JsonObject request = faults.deepCopy();
      request.addProperty("op", "faults");
      JsonObject reply = control(request).toCompletableFuture().get();
      if (!reply.get("ok").getAsBoolean()) {
        close();
        throw new IllegalArgumentException(reply.get("error").getAsString());
      }
    }
  }

  /** Where the host connects to. */
  public int ezspPort() {
    return hostPort.port();
  }

  /** Where lines of JSON are taken. */
  public int controlPort() {
    return controlPort.port();
  }

  /**
   * Does what a line on the control port would do.
   *
   * @return the reply, which may say that it failed
   */
  public CompletionStage<JsonObject> control(JsonObject request) {
    return requests.handle(request);
  }

  /** Completes when the control port was told to quit. */
  public CompletionStage<Void> whenQuit() {
    return quit;
  }

  /** Ends everything, after what the devices remember was written down. */
  @Override
  public void close() {
    controlPort.close();
    try {
      loop.submit(
              () -> {
                hostPort.close();
                world.house().save();
              })
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write down what the devices remember", e.getCause());
    } finally {
      loop.end();
    }
  }

  private final class ToCoordinator implements HostPort.Listener {

    @Override
    public void changed() {
      world.ncp().link().lineChanged();
    }

    @Override
    public void received(byte[] bytes, int count) {
      world.ncp().link().receive(bytes, count);
    }
  }

  /** What a simulator is to be like; all of it has defaults. */
  public static final class Builder {

    private String host = "127.0.0.1";
    private int port;
    private int controlPort;
    private final List<JsonElement> devices = new ArrayList<>();
    private Memory memory = Memory.volatileMemory();
    private boolean joinWhenOpen;
    private Duration joinInterval = Duration.ofSeconds(1);
    private Duration latency = Duration.ofMillis(10);
    private @Nullable FormedNetwork formed;
    private boolean joined;
    private EzspVersion ezspVersion = EzspVersion.of(EzspVersion.DEFAULT);
    private long seed = 1;
    private @Nullable JsonObject faults;

    private Builder() {}

    /** The address to listen on; {@code 127.0.0.1} unless told otherwise. */
    public Builder host(String name) {
      host = name;
      return this;
    }

    /** The port for the host; 0, as by default, is any free one. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /** The port for tests; 0, as by default, is any free one. */
    public Builder controlPort(int number) {
      controlPort = number;
      return this;
    }

    /** Adds a device, or the devices of a list or house. */
    public Builder device(JsonElement description) {
      devices.addAll(Houses.devices(description));
      return this;
    }

    /**
     * Adds the devices of a house: {@code demo}, a JSON file, or a directory of them.
     *
     * @throws IOException if it cannot be read
     */
    public Builder house(String name) throws IOException {
      devices.addAll(Houses.named(name));
      return this;
    }

    /** Adds lamps and sensors for a benchmark; see {@link Crowd}. */
    public Builder crowd(int count) {
      devices.addAll(Crowd.of(count));
      return this;
    }

    /**
     * Where the coordinator and the devices keep their memory while the simulator is not running.
     *
     * @throws IOException if there can be no such directory
     */
    public Builder directory(Path directory) throws IOException {
      memory = new DirectoryMemory(directory);
      return this;
    }

    /** A memory to share between simulators that run one after another. */
    public Builder memory(Memory shared) {
      memory = shared;
      return this;
    }

    /** Whether the devices join one after another as soon as joining is open; not by default. */
    public Builder joinWhenOpen(boolean joins) {
      joinWhenOpen = joins;
      return this;
    }

    /** The time between two devices that join when joining is open; a second by default. */
    public Builder joinInterval(Duration interval) {
      joinInterval = interval;
      return this;
    }

    /** The time from a frame to its acknowledgement on the air; 10 ms by default, may be 0. */
    public Builder latency(Duration time) {
      latency = time;
      return this;
    }

    /** A network the coordinator has already, unless its memory knows one. */
    public Builder formed(FormedNetwork network) {
      formed = network;
      return this;
    }

    /** Whether all devices are members of the network from the start; needs a formed network. */
    public Builder joined(boolean members) {
      joined = members;
      return this;
    }

    /**
     * The version of EZSP that the coordinator speaks; 13 by default. Hosts are to work with 8 to
     * 19, and to refuse others.
     *
     * @throws IllegalArgumentException if it is not 1..255
     */
    public Builder ezspVersion(int number) {
      ezspVersion = EzspVersion.of(number);
      return this;
    }

    /** Where the random numbers of the faults begin; the same seed gives the same faults. */
    public Builder seed(long number) {
      seed = number;
      return this;
    }

    /** What goes wrong from the start: what the operation {@code faults} takes. */
    public Builder faults(JsonObject rates) {
      faults = rates.deepCopy();
      return this;
    }

    EzspVersion ezspVersion() {
      return ezspVersion;
    }

    long seed() {
      return seed;
    }

    Duration latency() {
      return latency;
    }

    Memory memory() {
      return memory;
    }

    List<JsonElement> devices() {
      return List.copyOf(devices);
    }

    Optional<FormedNetwork> formed() {
      return Optional.ofNullable(formed);
    }

    boolean joined() {
      return joined;
    }

    boolean joinWhenOpen() {
      return joinWhenOpen;
    }

    Duration joinInterval() {
      return joinInterval;
    }

    /**
     * Starts it.
     *
     * @throws IOException if it cannot listen on a port
     * @throws IllegalArgumentException if a description describes no device
     */
    public Simulator start() throws IOException {
      EventLoop loop = new EventLoop("simulator");
      try {
        Future<World> world = CompletableFuture.supplyAsync(() -> World.of(loop, this), loop);
        Simulator simulator = new Simulator(loop, world.get(), this);
        loop.submit(simulator::connect).get();
        simulator.disturb(faults);
        simulator.controlPort.start();
        return simulator;
      } catch (InterruptedException e) {
        loop.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while starting", e);
      } catch (ExecutionException e) {
        loop.shutdownNow();
        Throwable cause = e.getCause() == null ? e : e.getCause();
        throw new IllegalArgumentException(cause.getMessage(), cause);
      } catch (IOException e) {
        loop.shutdownNow();
        throw e;
      }
    }
  }
}
