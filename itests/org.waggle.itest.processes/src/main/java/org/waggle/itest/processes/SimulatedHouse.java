package org.waggle.itest.processes;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulator as a process, and its control port. */
public final class SimulatedHouse implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("ready ezsp=(\\d+) control=(\\d+)");

  private final ChildProcess process;
  private final int radioPort;
  private final int controlPort;
  private final Socket socket;
  private final BufferedReader replies;
  private final BufferedWriter requests;

  private SimulatedHouse(ChildProcess process, int radioPort, int controlPort, Socket socket)
      throws IOException {
    this.process = process;
    this.radioPort = radioPort;
    this.controlPort = controlPort;
    this.socket = socket;
    this.replies =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    this.requests =
        new BufferedWriter(
            new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a simulator with the classes of this JVM's class path.
   *
   * @param options of its main program
   */
  public static SimulatedHouse start(Path directory, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.waggle.simulator.Main"));
    command.addAll(List.of(options));
    ChildProcess process = ChildProcess.start("simulator", directory, Map.of(), command);
    try {
      Matcher ready = process.awaitLine(READY, Duration.ofSeconds(30));
      int controlPort = Integer.parseInt(ready.group(2));
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), controlPort);
      socket.setTcpNoDelay(true);
      return new SimulatedHouse(process, Integer.parseInt(ready.group(1)), controlPort, socket);
    } catch (IOException e) {
      process.close();
      throw new UncheckedIOException(e);
    } catch (AssertionError e) {
      process.close();
      throw e;
    }
  }

  /** Where the coordinator listens. */
  public int radioPort() {
    return radioPort;
  }

  /**
   * Asks the simulator for something and waits for its reply.
   *
   * @param json one request of the control port; its members may be quoted singly
   * @throws AssertionError if it refuses
   */
  public synchronized JsonObject ask(String json) {
    try {
      requests.write(JsonParser.parseString(json).toString());
      requests.write('\n');
      requests.flush();
      String reply = replies.readLine();
      if (reply == null) {
        throw new AssertionError("The simulator is gone:\n" + process.tail());
      }
      JsonObject answer = JsonParser.parseString(reply).getAsJsonObject();
      if (!answer.get("ok").getAsBoolean()) {
        throw new AssertionError("The simulator refuses " + json + ": " + reply);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Follows the frames that reach the devices from now on. */
  public AirWatch watch() {
    return AirWatch.connect(controlPort);
  }

  /**
   * Tells of the frames that reach the devices from now on, however many, and keeps none.
   *
   * @param listener called on a thread of the watch
   */
  public AirWatch watch(Consumer<AirWatch.Frame> listener) {
    return AirWatch.connect(controlPort, listener);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      process.close();
    }
  }
}
