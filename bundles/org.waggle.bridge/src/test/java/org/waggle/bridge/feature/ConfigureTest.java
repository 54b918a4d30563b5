package org.waggle.bridge.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.SENSOR;
import static org.waggle.bridge.Nodes.report;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.device.api.DeviceException;
import org.waggle.zigbee.api.InterviewState;

final class ConfigureTest {

  private final Bench bench = new Bench();
  private final FakeDefinition bulb = new FakeDefinition("bulb");
  private final FakeDefinition sensor = new FakeDefinition("sensor");

  @BeforeEach
  void setUp() {
    bulb.configurable = true;
    sensor.configurable = true;
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.network.put(Nodes.endDevice(SENSOR, "sensor"));
    bench.with(bulb).with(sensor);
  }

  @Test
  void configuresRoutersSomeTimeAfterTheStartAndTellsClients() {
    bench.start().forget();

    bench.network.advance(Duration.ofSeconds(11));

    assertThat(bulb.configured).isEqualTo(1);
    assertThat(sensor.configured).isZero();
    assertThat(bench.topics()).contains("bridge/devices", "bridge/info");
    assertThat(bench.lines("info"))
        .contains(
            "z2m: Configuring '" + BULB + "'",
            "z2m: Successfully configured '" + BULB + "' (definition v0.0.0)");
  }

  @Test
  void configuresOtherDevicesWhenTheyAreHeard() {
    bench.start();

    bench.receive(report(SENSOR, 1));
    bench.receive(report(SENSOR, 2));

    assertThat(sensor.configured).isEqualTo(1);
  }

  @Test
  void configuresOncePerVersionOfTheDefinition() {
    bench.start();
    bench.receive(report(SENSOR, 1));
    sensor.version = "0.0.1";

    new Bench(bench.network).with(sensor).start().receive(report(SENSOR, 1));
    new Bench(bench.network).with(sensor).start().receive(report(SENSOR, 1));

    assertThat(sensor.configured).isEqualTo(2);
  }

  @Test
  void doesNotConfigureAgainForADefinitionWithoutVersion() {
    sensor.version = "0.0.1";
    bench.start();
    bench.receive(report(SENSOR, 1));
    sensor.version = "0.0.0";

    new Bench(bench.network).with(sensor).start().receive(report(SENSOR, 1));

    assertThat(sensor.configured).isEqualTo(1);
  }

  @Test
  void givesUpAfterThreeFailures() {
    sensor.configuring = CompletableFuture.failedFuture(new DeviceException("no answer"));
    bench.start();

    for (int i = 0; i < 5; i++) {
      bench.receive(report(SENSOR, i));
    }

    assertThat(sensor.configured).isEqualTo(3);
    assertThat(bench.lines("error"))
        .containsExactly(
            "z2m: Failed to configure '" + SENSOR + "', attempt 1 (Error: no answer)",
            "z2m: Failed to configure '" + SENSOR + "', attempt 2 (Error: no answer)",
            "z2m: Failed to configure '" + SENSOR + "', attempt 3 (Error: no answer)");
  }

  @Test
  void configuresOnRequestHoweverOftenItFailed() {
    sensor.configuring = CompletableFuture.failedFuture(new DeviceException("no answer"));
    bench.start();
    for (int i = 0; i < 5; i++) {
      bench.receive(report(SENSOR, i));
    }

    assertThat(bench.request("device/configure", SENSOR.toString()))
        .contains(
            "{\"data\":{},\"error\":\"Failed to configure (no answer)\",\"status\":\"error\"}");
    sensor.configuring = CompletableFuture.completedFuture(null);
    assertThat(bench.request("device/configure", "{\"id\":\"" + SENSOR + "\"}"))
        .contains("{\"data\":{\"id\":\"" + SENSOR + "\"},\"status\":\"ok\"}");

    assertThat(sensor.configured).isEqualTo(5);
  }

  @Test
  void configuresAgainAfterJoiningAgain() {
    bench.start();
    bench.receive(report(SENSOR, 1));

    bench.network.tell(listener -> listener.joined(bench.network.node(SENSOR).orElseThrow()));
    bench.receive(report(SENSOR, 1));

    assertThat(sensor.configured).isEqualTo(2);
  }

  @Test
  void leavesDisabledAndUnknownDevicesAlone() {
    bench.network.change(SENSOR, node -> Nodes.withState(node, InterviewState.PENDING));
    bench
        .network
        .memory()
        .documents
        .put(
            "entities",
            "{\"devices\":{\"%s\":{\"friendly_name\":\"bulb\",\"disabled\":true}}}"
                .formatted(BULB));
    bench.start();

    bench.receive(report(SENSOR, 1));
    bench.receive(report(BULB, 1));

    assertThat(sensor.configured + bulb.configured).isZero();
  }

  @Test
  void configuresOnceAtATime() {
    CompletableFuture<Void> slow = new CompletableFuture<>();
    sensor.configuring = slow;
    bench.start();
    bench.receive(report(SENSOR, 1));
    bench.receive(report(SENSOR, 1));
    slow.complete(null);
    bench.network.settle();

    assertThat(sensor.configured).isEqualTo(1);
  }
}
