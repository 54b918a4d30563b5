package org.waggle.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.SWITCH;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.api.BridgeException;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.DeviceEndpoint;

final class CommandsTest {

  private final Bench bench = new Bench();
  private final FakeDefinition bulb = FakeDefinition.light("bulb").serving("color", "color_temp");
  private final FakeDefinition dual = new FakeDefinition("dual").serving("state", "brightness");

  @BeforeEach
  void setUp() {
    dual.endpointNames = Map.of("left", 2, "right", 3);
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.network.put(Nodes.router(SWITCH, "dual", 2, 3));
    bench
        .network
        .memory()
        .documents
        .put(
            "entities",
            ("{\"devices\":{\"%s\":{\"friendly_name\":\"room/bulb\"},"
                    + "\"%s\":{\"friendly_name\":\"dual\"}}}")
                .formatted(BULB, SWITCH));
    bench.with(bulb).with(dual).start().forget();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "room/bulb/set             | {\"state\":\"ON\"}       | {state=ON}",
        "0x00158d0000000001/set    | {\"state\":\"ON\"}       | {state=ON}",
        "room/bulb/set/state       | ON                       | {state=ON}",
        "room/bulb/set/state       | \"ON\"                   | {state=ON}",
        "room/bulb/set/brightness  | 100                      | {brightness=100}",
        "room/bulb/set/color       | {\"x\":1}                | {color={x=1}}",
        "room/bulb/set             | on                       | {state=on}",
        "room/bulb/set             | TOGGLE                   | {state=TOGGLE}",
        "room/bulb/1/set           | {\"state\":\"ON\"}       | {state=ON}",
        "room/bulb/1/set/state     | OFF                      | {state=OFF}",
      })
  void setsWhatTopicAndPayloadSay(String topic, String payload, String message) {
    bench.send(topic, payload);

    assertThat(bulb.sets).hasSize(1);
    assertThat(bulb.sets.get(0).message()).hasToString(message);
    assertThat(((DeviceEndpoint) bulb.sets.get(0).target()).id()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dual/set            | {\"state\":\"ON\"}        | 2 |       | state",
        "dual/left/set       | {\"state\":\"ON\"}        | 2 | left  | state_left",
        "dual/right/set      | ON                        | 3 | right | state_right",
        "dual/right/set/state| ON                        | 3 | right | state_right",
        "dual/3/set          | {\"state\":\"ON\"}        | 3 | right | state_right",
        "dual/set            | {\"state_right\":\"ON\"}  | 3 | right | state_right",
        "dual/set/state_right| ON                        | 3 | right | state_right",
        "dual/left/set       | {\"state_right\":\"ON\"}  | 3 | right | state_right",
        "0x00158d0000000002/right/set | {\"state\":\"ON\"} | 3 | right | state_right",
      })
  void addressesEndpoints(
      String topic, String payload, int endpoint, String name, String published) {
    bench.send(topic, payload);

    SetRequest request = dual.sets.get(0);
    assertThat(((DeviceEndpoint) request.target()).id()).isEqualTo(endpoint);
    assertThat(request.key()).isEqualTo("state");
    assertThat(request.message()).isEqualTo(Map.of("state", "ON"));
    assertThat(request.endpoint().orElse(null)).isEqualTo(name);
    assertThat(bench.last("dual").text())
        .isEqualTo("{\"linkquality\":120,\"" + published + "\":\"ON\"}");
  }

  @Test
  void asksWhatServesSeveralKeysOncePerEndpoint() {
    bench.send("dual/set", "{\"state_left\":\"ON\",\"brightness_left\":5,\"state_right\":\"OFF\"}");

    assertThat(dual.sets).hasSize(2);
    assertThat(dual.sets.get(0).message())
        .containsEntry("state", "ON")
        .containsEntry("brightness", 5);
    assertThat(bench.payloads("dual"))
        .containsExactly(
            "{\"brightness_left\":5,\"linkquality\":120,\"state_left\":\"ON\","
                + "\"state_right\":\"OFF\"}");
  }

  @Test
  void givesTheStateOfTheEndpoint() {
    bench.send("dual/set", "{\"state_left\":\"ON\",\"state_right\":\"OFF\"}");

    bench.send("dual/left/set", "{\"brightness\":1}");

    assertThat(dual.sets.get(2).state()).containsEntry("state", "ON");
  }

  @Test
  void setsKeysInOrderAndPublishesOnce() {
    bench.send("room/bulb/set", "{\"color\":{\"x\":1},\"state\":\"ON\"}");

    assertThat(bulb.sets).extracting(SetRequest::key).containsExactly("state", "color");
    assertThat(bench.payloads("room/bulb"))
        .containsExactly("{\"color\":{\"x\":1},\"linkquality\":120,\"state\":\"ON\"}");
  }

  @Test
  void passesNullOn() {
    bench.send("room/bulb/set", "{\"brightness\":100,\"state\":null}");

    assertThat(bulb.sets.get(0).message()).containsEntry("state", null);
  }

  @Test
  void getsWithoutPublishing() {
    bench.send("room/bulb/get", "{\"state\":\"\"}");
    bench.send("room/bulb/get/brightness", "");
    bench.send("dual/right/get", "{\"state\":\"\"}");

    assertThat(bulb.gets).extracting(GetRequest::key).containsExactly("state", "brightness");
    assertThat(dual.gets.get(0).endpoint()).contains("right");
    assertThat(bench.topics()).isEmpty();
  }

  @Test
  void doesNotPublishWhatTheDeviceIsToConfirm() {
    bench.request(
        "device/options", "{\"id\":\"dual\",\"options\":{\"filtered_optimistic\":[\"state.*\"]}}");
    bench.request("device/options", "{\"id\":\"room/bulb\",\"options\":{\"optimistic\":false}}");
    bench.forget();

    bench.send("room/bulb/set", "{\"state\":\"ON\"}");
    bench.send("dual/left/set", "{\"state\":\"ON\",\"brightness\":7}");

    assertThat(bulb.sets).hasSize(1);
    assertThat(bench.topics()).containsExactly("dual");
    assertThat(bench.last("dual").text()).isEqualTo("{\"brightness_left\":7,\"linkquality\":120}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody/set            | {\"state\":\"ON\"} | Entity 'nobody' is unknown",
        "a/b/c/set             | {\"state\":\"ON\"} | Entity 'a/b' is unknown",
        "Coordinator/set       | {\"state\":\"ON\"} | Cannot publish to unsupported device"
            + " 'Coordinator'",
        "dual/middle/set       | {\"state\":\"ON\"} | Device 'dual' has no endpoint 'middle'",
        "dual/9/set            | {\"state\":\"ON\"} | Device 'dual' has no endpoint '9'",
        "dual/set              | hello              | Invalid message 'undefined', skipping...",
        "dual/set              | 0                  | Invalid message '0', skipping...",
        "dual/set              | null               | Invalid message 'null', skipping...",
        "dual/set              | false              | Invalid message 'false', skipping...",
        "dual/set              | {\"x\":[1,\"a\"]}  | No converter available for 'x' on 'dual':"
            + " ([1,\"a\"])",
        "dual/set              | {\"x_left\":1}     | No converter available for 'x' on 'dual':"
            + " (null)",
        "dual/set              | \"a\"              | No converter available for '0' on 'dual':"
            + " (\"a\")",
      })
  void tellsInTheLogWhatIsWrong(String topic, String payload, String line) {
    bench.send(topic, payload);

    assertThat(bench.lines("error")).containsExactly("z2m: " + line);
    assertThat(bench.topics()).isEmpty();
  }

  @Test
  void doesNothingForAMessageWithoutKeys() {
    bench.send("dual/set", "{}");
    bench.send("dual/set", "5");
    bench.send("dual/set", "true");

    assertThat(bench.mqtt.published).isEmpty();
  }

  @Test
  void tellsInTheLogThatAKeyCannotBeSetOrGot() {
    dual.serving("read_only").serving("write_only");

    bench.send("dual/set", "{\"read_only\":{\"a\":1}}");
    bench.send("dual/get", "{\"write_only\":\"\"}");

    assertThat(bench.lines("error"))
        .containsExactly(
            "z2m: No converter available for 'set' 'read_only' ([object Object])",
            "z2m: No converter available for 'get' 'write_only' ()");
  }

  @Test
  void goesOnAfterAKeyThatFailed() {
    dual.encoders.add(0, new Failing());

    bench.send("dual/set", "{\"fails\":1,\"state\":\"ON\"}");
    bench.send("dual/get", "{\"fails\":\"\"}");

    assertThat(bench.lines("error"))
        .containsExactly(
            "z2m: Publish 'set' 'fails' to 'dual' failed: 'Error: no answer'",
            "z2m: Publish 'get' 'fails' to 'dual' failed: 'Error: broken'");
    assertThat(bench.last("dual").text()).isEqualTo("{\"linkquality\":120,\"state\":\"ON\"}");
  }

  /** Fails to set with a stage, and to get with an exception. */
  private static final class Failing implements Encoder {

    @Override
    public Set<String> keys() {
      return Set.of("fails");
    }

    @Override
    public boolean canSet() {
      return true;
    }

    @Override
    public boolean canGet() {
      return true;
    }

    @Override
    public CompletionStage<SetResult> set(SetRequest request) {
      return CompletableFuture.failedFuture(new DeviceException("no answer"));
    }

    @Override
    public CompletionStage<Void> get(GetRequest request) {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void takesNoCommandFromATopicItPublishesOn() {
    bench.request("device/rename", "{\"from\":\"dual\",\"to\":\"x/set\"}");
    bench.send("dual/set", "{\"state\":\"ON\"}");
    bench.forget();

    bench.send("x/set", "{\"state\":\"ON\"}");

    assertThat(dual.sets).isEmpty();
    assertThat(bench.topics()).isEmpty();
  }

  @Test
  void publishesButCannotCommandADeviceCalledLikeTheBridge() {
    bench.request("device/rename", "{\"from\":\"dual\",\"to\":\"bridge_lamp\"}");

    bench.send("bridge_lamp/set", "{\"state\":\"ON\"}");

    assertThat(dual.sets).isEmpty();
  }

  @Test
  void tellsThoseInTheProcessWhatBecameOfEachKey() throws Exception {
    dual.encoders.add(new Failing());

    var result =
        bench.bridge().set("dual/left", Map.of("fails", 1, "state", "ON")).toCompletableFuture();
    bench.network.settle();

    assertThat(result.get().errors()).isEqualTo(Map.of("fails", "no answer"));
    assertThat(bench.last("dual").text()).contains("\"state_left\":\"ON\"");
  }

  @Test
  void tellsThoseInTheProcessThatThereIsNoSuchEntity() {
    var result = bench.bridge().get("nobody", Map.of("state", "")).toCompletableFuture();
    bench.network.settle();

    assertThatThrownBy(result::get).hasCause(new BridgeException("Entity 'nobody' is unknown"));
  }

  @Test
  void waitsForOneKeyBeforeTheNext() {
    CompletableFuture<SetResult> answer = new CompletableFuture<>();
    dual.encoders.add(
        new Encoder() {
          @Override
          public Set<String> keys() {
            return Set.of("slow");
          }

          @Override
          public boolean canSet() {
            return true;
          }

          @Override
          public boolean canGet() {
            return false;
          }

          @Override
          public CompletionStage<SetResult> set(SetRequest request) {
            return answer;
          }

          @Override
          public CompletionStage<Void> get(GetRequest request) {
            return CompletableFuture.completedFuture(null);
          }
        });
    bench.send("dual/set", "{\"slow\":1,\"state\":\"off\"}");
    assertThat(dual.sets).isEmpty();

    answer.complete(SetResult.of(Map.of("slow", 1)));

    assertThat(dual.sets).hasSize(1);
    assertThat(bench.payloads("dual"))
        .isEqualTo(List.of("{\"linkquality\":120,\"slow\":1,\"state\":\"off\"}"));
  }
}
