package org.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorComponentTest {

  /** The configuration with its defaults, save for {@code values}. */
  private static SimulatorComponent.Config config(Map<String, Object> values) {
    return (SimulatorComponent.Config)
        Proxy.newProxyInstance(
            SimulatorComponent.Config.class.getClassLoader(),
            new Class<?>[] {SimulatorComponent.Config.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName().replace("__", "_"), method.getDefaultValue()));
  }

  @Test
  void readsEachKeyOfItsConfiguration(@TempDir Path directory) throws Exception {
    Path house = directory.resolve("house.json");
    Files.writeString(
        house, "{\"ieee\":\"0x00124b0000000777\",\"endpoints\":[{\"input\":{\"genBasic\":{}}}]}");
    int port = freePort();
    int controlPort = freePort();
    SimulatorComponent component =
        new SimulatorComponent(
            config(
                Map.ofEntries(
                    Map.entry("host", "127.0.0.1"),
                    Map.entry("port", port),
                    Map.entry("control_port", controlPort),
                    Map.entry("house", house.toString()),
                    Map.entry("directory", directory.toString()),
                    Map.entry("join_when_open", true),
                    Map.entry("join_interval", 10),
                    Map.entry("latency", 0),
                    Map.entry("ezsp_version", 14),
                    Map.entry("seed", 5L),
                    Map.entry("faults", "{\"busy\":1}"))));
    component.start();

    try (EzspHost host = EzspHost.formed(port, 14);
        Socket control = new Socket("127.0.0.1", controlPort)) {
      host.awaitMessage(0x0013);
      assertThat(host.command(0x0034, "00" + "7777" + "04010000010140010000" + "00" + "010000"))
          .isEqualTo("030c0000" + "00");
      assertThat(ask(control, "{\"op\":\"devices\"}")).contains("0x00124b0000000777");
    } finally {
      component.stop();
    }
    assertThat(directory.resolve("network.json")).exists();
    assertThat(directory.resolve("device-0x00124b0000000777.json")).exists();
  }

  @Test
  void listensToNobodyOnceStopped() throws Exception {
    int port = freePort();
    SimulatorComponent component = new SimulatorComponent(config(Map.of("port", port)));
    component.start();

    component.stop();

    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void waitsForAPortThatAnotherProgramHas() throws Exception {
    SimulatorComponent component;
    int port;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = other.getLocalPort();
      component = new SimulatorComponent(config(Map.of("port", port)));

      component.start();
    }

    try (EzspHost host = connected(port)) {
      assertThat(host).isNotNull();
    } finally {
      component.stop();
    }
  }

  /** Nothing tells when the port is had: asks for it until then. */
  private static EzspHost connected(int port) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        return EzspHost.formed(port);
      } catch (ConnectException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String ask(Socket control, String request) throws IOException {
    control.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
    return new BufferedReader(
            new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }
}
