package org.waggle.bridge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeNode;

final class InterviewTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.with(new FakeDefinition("bulb")).with(new FakeDefinition("better bulb"));
    bench.start().forget();
  }

  @Test
  void answersWhenItIsKnownWhatTheDeviceIsNow() {
    bench.network.interviewing =
        () -> {
          say(node -> Nodes.withState(node, InterviewState.IN_PROGRESS));
          say(
              node ->
                  Nodes.withModel(Nodes.withState(node, InterviewState.SUCCESSFUL), "better bulb"));
        };

    String response = bench.request("device/interview", "{\"id\":\"" + BULB + "\"}").orElseThrow();

    assertThat(response).isEqualTo("{\"data\":{\"id\":\"" + BULB + "\"},\"status\":\"ok\"}");
    assertThat(bench.network.calls).containsExactly("interview " + BULB);
    assertThat(bench.payloads("bridge/event")).hasSize(2);
    assertThat(bench.payloads("bridge/event").get(1)).contains("\"model\":\"A-better bulb\"");
    assertThat(bench.topics()).endsWith("bridge/response/device/interview");
    assertThat(bench.lines("info"))
        .filteredOn(line -> line.contains("interview"))
        .filteredOn(line -> !line.contains("MQTT publish"))
        .containsExactly("z2m: Successfully interviewed '" + BULB + "'");
    assertThat(bench.lines("info")).contains("z2m: Interviewing '" + BULB + "'");
  }

  private void say(UnaryOperator<ZigbeeNode> change) {
    ZigbeeNode node = bench.network.change(BULB, change);
    bench.network.say(listener -> listener.interviewed(node));
  }

  @Test
  void answersThatTheInterviewFailed() {
    bench.network.failure =
        Optional.of(new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "no answer"));

    assertThat(bench.request("device/interview", "{\"id\":\"" + BULB + "\"}"))
        .contains(
            "{\"data\":{},\"error\":\"Interview of '%s' (%s) failed: Error: no answer\","
                    .formatted(BULB, BULB)
                + "\"status\":\"error\"}");
  }
}
