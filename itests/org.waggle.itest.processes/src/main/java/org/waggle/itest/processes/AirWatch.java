package org.waggle.itest.processes;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Follows the frames that reach the devices of a {@link SimulatedHouse}. */
public final class AirWatch implements AutoCloseable {

  /**
   * A frame that reached a device.
   *
   * @param at microseconds since 1970
   * @param device its IEEE address
   * @param content of the frame, as the control port tells it
   */
  public record Frame(long at, String device, JsonObject content) {

    /** Whether it is a ZCL command of a cluster itself. */
    public boolean isCommand(int cluster, int command) {
      return number("profile") != 0
          && number("cluster") == cluster
          && content.has("frameType")
          && content.get("frameType").getAsString().equals("cluster_specific")
          && number("command") == command;
    }

    private int number(String member) {
      return content.get(member).getAsInt();
    }
  }

  private final Socket socket;
  private final BufferedReader events;
  private final Consumer<Frame> listener;
  private final Arrivals<Frame> frames;

  private AirWatch(
      Socket socket, BufferedReader events, Consumer<Frame> listener, Arrivals<Frame> frames) {
    this.socket = socket;
    this.events = events;
    this.listener = listener;
    this.frames = frames;
  }

  /** Keeps all frames. */
  static AirWatch connect(int controlPort) {
    Arrivals<Frame> frames = new Arrivals<>();
    return connect(controlPort, frames::add, frames);
  }

  /** Keeps none. */
  static AirWatch connect(int controlPort, Consumer<Frame> listener) {
    return connect(controlPort, listener, new Arrivals<>());
  }

  private static AirWatch connect(
      int controlPort, Consumer<Frame> listener, Arrivals<Frame> frames) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), controlPort);
      AirWatch watch =
          new AirWatch(
              socket,
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
              listener,
              frames);
      socket.getOutputStream().write("{\"op\":\"watch\"}\n".getBytes(StandardCharsets.UTF_8));
      watch.events.readLine(); // what it says now has happened since it watches
      Thread reader = new Thread(watch::read, "air-watch");
      reader.setDaemon(true);
      reader.start();
      return watch;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot watch the simulator", e);
    }
  }

  private void read() {
    try {
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        JsonObject event = JsonParser.parseString(line).getAsJsonObject();
        if (event.get("event").getAsString().equals("frame")) {
          JsonObject frame = event.getAsJsonObject("frame");
          listener.accept(
              new Frame(frame.get("at").getAsLong(), event.get("device").getAsString(), frame));
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException("The simulator is gone", e);
      }
    }
  }

  /** What has arrived since this watch began, if it keeps frames. */
  public Arrivals<Frame> frames() {
    return frames;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
