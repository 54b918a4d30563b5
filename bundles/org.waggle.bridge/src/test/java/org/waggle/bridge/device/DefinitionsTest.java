package org.waggle.bridge.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.SENSOR;
import static org.waggle.bridge.Nodes.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.json.JsonValues;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.device.api.DeviceDefinition.Source;
import org.waggle.device.api.DeviceEvent;
import org.waggle.device.api.DeviceMatch;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.device.api.access.Device;
import org.waggle.zigbee.api.InterviewState;

final class DefinitionsTest {

  private final Bench bench = new Bench();
  private final FakeDefinition native1 = named("native");

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
  }

  private static FakeDefinition named(String name) {
    FakeDefinition definition = new FakeDefinition("bulb");
    definition.decoder =
        (message, device) ->
            CompletableFuture.completedFuture(
                Map.of("by", name, "value", FakeDefinition.reported(message)));
    return definition;
  }

  private String decodedBy() {
    bench.forget().receive(report(BULB, 1));
    List<String> states = bench.payloads(BULB.toString());
    return states.isEmpty() ? "nobody" : (String) Bench.object(states.get(0)).get("by");
  }

  @Test
  void prefersTheMoreSpecificMatch() {
    FakeDefinition closer = named("closer");
    closer.specificity = Specificity.FINGERPRINT;
    FakeDefinition generated = named("generated");
    generated.specificity = Specificity.GENERATED;

    bench.with(closer).with(native1).with(generated, false, 100).start();

    assertThat(decodedBy()).isEqualTo("closer");
  }

  @Test
  void prefersTheHigherRankedOfEquallySpecificOnes() {
    bench.with(native1, false, -1).with(named("ranked"), false, 0).start();

    assertThat(decodedBy()).isEqualTo("ranked");
  }

  @Test
  void prefersTheOlderOfEquals() {
    bench.with(native1).with(named("younger")).start();

    assertThat(decodedBy()).isEqualTo("native");
  }

  @Test
  void prefersWhatTheUserAdded() {
    native1.specificity = Specificity.FINGERPRINT;

    bench.with(native1, false, 5).with(named("dropped in"), true, 0).start();
    assertThat(decodedBy()).isEqualTo("dropped in");

    FakeDefinition external = named("external");
    external.source = Source.EXTERNAL;
    external.specificity = Specificity.FINGERPRINT;
    bench.with(external);
    assertThat(decodedBy()).isEqualTo("external");
  }

  @Test
  void servesADeviceAsSoonAsItsCatalogComes() {
    bench.start();
    assertThat(decodedBy()).isEqualTo("nobody");

    bench.forget().with(native1);

    assertThat(bench.topics()).contains("bridge/devices");
    assertThat(bench.listed(BULB)).containsKey("definition");
    assertThat(decodedBy()).isEqualTo("native");
  }

  @Test
  void losesNoMessageWhileOneCatalogReplacesAnother() {
    bench.with(native1).start().forget();

    bench.without(native1);
    bench.receive(report(BULB, 1));
    bench.receive(report(BULB, 2));
    assertThat(bench.payloads(BULB.toString())).isEmpty();
    bench.with(named("newer"));

    assertThat(bench.payloads(BULB.toString()))
        .containsExactly(
            "{\"by\":\"newer\",\"linkquality\":99,\"value\":1}",
            "{\"by\":\"newer\",\"linkquality\":99,\"value\":2}");
  }

  @Test
  void letsGoOfADefinitionWhoseCatalogLeft() {
    bench.with(native1).start();

    bench.without(native1);
    bench.gather();

    assertThat(native1.events).containsExactly(DeviceEvent.START, DeviceEvent.STOP);
    assertThat(bench.listed(BULB))
        .doesNotContainKey("definition")
        .containsEntry("supported", false);
    bench.send(BULB + "/set", "{\"state\":\"ON\"}");
    assertThat(bench.lines("error"))
        .containsExactly("z2m: Cannot publish to unsupported device '" + BULB + "'");
  }

  @Test
  void cancelsWhatADefinitionThatLeftHadScheduled() {
    boolean[] ran = new boolean[1];
    native1.decoder =
        (message, device) -> {
          device.schedule("later", Duration.ofSeconds(5), () -> ran[0] = true);
          return CompletableFuture.completedFuture(Map.of());
        };
    bench.with(native1).start();
    bench.receive(report(BULB, 1));

    bench.without(native1);
    bench.network.advance(Duration.ofSeconds(10));

    assertThat(ran[0]).isFalse();
  }

  @Test
  void letsADefinitionPublishLater() {
    native1.decoder =
        (message, device) -> {
          device.schedule(
              "later", Duration.ofSeconds(5), () -> device.publish(Map.of("occupancy", false)));
          return CompletableFuture.completedFuture(Map.of("occupancy", true));
        };
    bench.with(native1).start();
    bench.receive(report(BULB, 1));
    bench.network.advance(Duration.ofSeconds(3));
    bench.receive(report(BULB, 1));
    bench.forget();

    bench.network.advance(Duration.ofSeconds(4));
    assertThat(bench.topics()).isEmpty();
    bench.network.advance(Duration.ofSeconds(4));

    assertThat(bench.last(BULB.toString()).text())
        .isEqualTo("{\"linkquality\":99,\"occupancy\":false}");
  }

  @Test
  void remembersForADefinitionOverARestart() {
    native1.decoder =
        (message, device) -> {
          device.remember("count", FakeDefinition.reported(message));
          return CompletableFuture.completedFuture(
              Map.of("by", String.valueOf(device.recall("count"))));
        };
    bench.with(native1).start();
    bench.receive(report(BULB, 41));

    native1.decoder =
        (message, device) ->
            CompletableFuture.completedFuture(Map.of("by", "" + device.recall("count")));
    Bench next = new Bench(bench.network).with(native1).start();
    next.receive(report(BULB, 1));

    assertThat(next.last(BULB.toString()).text()).contains("\"by\":\"41\"");
  }

  @Test
  void losesOnlyTheMessageThatADefinitionFailsOn() {
    native1.decoder =
        (message, device) -> {
          int value = FakeDefinition.reported(message);
          if (value == 1) {
            throw new IllegalStateException("broken");
          }
          return value == 2
              ? CompletableFuture.failedFuture(new IllegalStateException("broken later"))
              : CompletableFuture.completedFuture(Map.of("value", value));
        };
    bench.with(native1).start().forget();

    bench.receive(report(BULB, 1));
    bench.receive(report(BULB, 2));
    bench.receive(report(BULB, 3));

    assertThat(bench.payloads(BULB.toString())).containsExactly("{\"linkquality\":99,\"value\":3}");
    assertThat(bench.lines("error")).hasSize(2).allMatch(line -> line.contains("broken"));
  }

  @Test
  void decodesMessagesOneAfterTheOther() {
    CompletableFuture<Map<String, Object>> first = new CompletableFuture<>();
    native1.decoder =
        (message, device) ->
            FakeDefinition.reported(message) == 1
                ? first
                : CompletableFuture.completedFuture(Map.of("value", 2));
    bench.with(native1).start().forget();
    bench.receive(report(BULB, 1));
    bench.receive(report(BULB, 2));
    assertThat(bench.payloads(BULB.toString())).isEmpty();

    first.complete(Map.of("value", 1));

    assertThat(bench.payloads(BULB.toString()))
        .containsExactly("{\"linkquality\":99,\"value\":1}", "{\"linkquality\":99,\"value\":2}");
  }

  @Test
  void givesUpAMessageThatTakesForEver() {
    native1.decoder =
        (message, device) ->
            FakeDefinition.reported(message) == 1
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(Map.of("value", 2));
    bench.with(native1).start().forget();
    bench.receive(report(BULB, 1));
    bench.receive(report(BULB, 2));

    bench.network.advance(Duration.ofMinutes(1));

    assertThat(bench.payloads(BULB.toString())).containsExactly("{\"linkquality\":99,\"value\":2}");
  }

  @Test
  void ignoresMessagesOfADeviceThatIsNotInterviewed() {
    bench.network.put(Nodes.withState(Nodes.endDevice(SENSOR, "bulb"), InterviewState.PENDING));
    bench.with(native1).start().forget();

    bench.receive(report(SENSOR, 1));

    assertThat(bench.topics()).isEmpty();
  }

  @Test
  void runsCodeFromElsewhereOnThreadsOfItsOwn() throws InterruptedException {
    Thread[] thread = new Thread[1];
    native1.inPlace = false;
    native1.decoder =
        (message, device) -> {
          thread[0] = Thread.currentThread();
          return CompletableFuture.completedFuture(Map.of("value", 1));
        };
    bench.with(native1).start();
    bench.network.settleUntil(() -> bench.topics().contains("bridge/devices"));

    bench.receive(report(BULB, 1));
    bench.network.settleUntil(() -> bench.topics().contains(BULB.toString()));

    assertThat(thread[0].getName()).startsWith("waggle-default-definitions-");
    assertThat(bench.listed(BULB)).containsKey("definition");
  }

  @Test
  void abandonsCodeThatHangsAndUsesAnotherDefinition() throws InterruptedException {
    CompletableFuture<Void> hanging = new CompletableFuture<>();
    native1.inPlace = false;
    native1.specificity = Specificity.FINGERPRINT;
    native1.decoder =
        (message, device) -> {
          hanging.complete(null);
          new CompletableFuture<Void>().join();
          return CompletableFuture.completedFuture(Map.of());
        };
    bench.with(native1).with(named("fallback")).start();
    bench.network.settleUntil(() -> bench.topics().contains("bridge/devices"));
    bench.receive(report(BULB, 1));
    hanging.join();
    bench.receive(report(BULB, 2));

    bench.network.advance(Duration.ofSeconds(11));
    bench.network.settleUntil(() -> bench.topics().contains(BULB.toString()));

    assertThat(bench.payloads(BULB.toString()))
        .containsExactly("{\"by\":\"fallback\",\"linkquality\":99,\"value\":2}");
    assertThat(bench.lines("error"))
        .anyMatch(line -> line.contains("took too long and is not used any more"));
  }

  @Test
  void passesADefinitionOverThatCannotSayWhatItIs() {
    FakeDefinition broken = named("broken");
    broken.specificity = Specificity.FINGERPRINT;
    broken.exposes = null;

    bench.with(broken).with(native1).start();

    assertThat(decodedBy()).isEqualTo("native");
  }

  @Test
  void passesACatalogOverThatFailsOrDoesNotAnswer() {
    bench
        .with(
            new DeviceCatalog() {
              @Override
              public CompletionStage<Optional<DeviceMatch>> match(Device device) {
                throw new IllegalStateException("broken catalog");
              }
            })
        .with(
            new DeviceCatalog() {
              @Override
              public CompletionStage<Optional<DeviceMatch>> match(Device device) {
                return new CompletableFuture<>();
              }
            })
        .with(native1)
        .start();

    bench.network.advance(Duration.ofMinutes(1));

    assertThat(decodedBy()).isEqualTo("native");
  }

  @Test
  void looksAgainWhenADeviceTurnsOutToBeAnother() {
    FakeDefinition other = new FakeDefinition("other");
    bench.with(native1).with(other).start();
    bench.network.change(BULB, node -> Nodes.withModel(node, "other"));

    bench.network.tell(listener -> listener.interviewed(bench.network.node(BULB).orElseThrow()));

    assertThat(JsonValues.object(bench.listed(BULB).get("definition")))
        .containsEntry("model", "A-other");
    assertThat(native1.events).endsWith(DeviceEvent.STOP);
    assertThat(other.events).contains(DeviceEvent.START);
  }
}
