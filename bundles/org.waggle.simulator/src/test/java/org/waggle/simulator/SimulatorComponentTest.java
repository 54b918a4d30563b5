package org.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
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
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  @Test
  void readsEachKeyOfItsConfiguration(@TempDir Path directory) throws Exception {
    int port;
    int controlPort;
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      port = one.getLocalPort();
      controlPort = other.getLocalPort();
    }
    SimulatorComponent component =
        new SimulatorComponent(
            config(
                Map.of(
                    "port",
                    port,
                    "control_port",
                    controlPort,
                    "directory",
                    directory.toString(),
                    "join_interval",
                    10,
                    "latency",
                    0)));

    try (EzspHost host = EzspHost.formed(port)) {
      host.awaitMessage(0x0013);
      assertThat(directory.resolve("network.json")).exists();
    } finally {
      component.stop();
    }
  }
}
