package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.ember.Awaiting.await;
import static org.waggle.radio.ember.Awaiting.reason;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.simulator.Simulator;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** The radio with the simulator, each written from the specification by itself. */
class SimulatorTest {

  private static final NetworkSettings NETWORK =
      new NetworkSettings(
          new NetworkParameters(0x1A62, 0xDDDDDDDDDDDDDDDDL, 11),
          Octets.ofHex("01030507090b0d0f00020406080a0c0d"));

  private static final IeeeAddress LAMP = new IeeeAddress(0x00124B00AA000000L);

  private final Heard heard = new Heard();
  private Simulator simulator;
  private ZigbeeRadio radio;

  private void open(int version) throws Exception {
    simulator =
        Simulator.builder().ezspVersion(version).crowd(4).latency(Duration.ofMillis(1)).start();
    radio = radio(heard);
    await(radio.open());
    await(radio.form(NETWORK));
  }

  @AfterEach
  void close() {
    radio.close();
    simulator.close();
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void resumesAfterTheLinkBroke(int version) throws Exception {
    open(version);
    control("{'op':'drop_link'}");
    assertThat(heard.down.get(1, TimeUnit.SECONDS)).satisfies(reason(Reason.LINK_LOST));
    radio.close();

    radio = radio(new Heard());
    await(radio.open());

    assertThat(await(radio.resume())).contains(NETWORK.parameters());
    assertThat(await(radio.networkKey())).isEqualTo(NETWORK.networkKey());
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void isDownWhenTheCoordinatorWasReset(int version) throws Exception {
    open(version);
    control("{'op':'reset'}");

    assertThat(heard.down.get(2, TimeUnit.SECONDS)).satisfies(reason(Reason.LINK_LOST));
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void letsDevicesJoinOnlyWhilePermitted(int version) throws Exception {
    open(version);
    assertThat(tryTo("{'op':'join','device':'lamp0'}").get("ok").getAsBoolean()).isFalse();

    JoinIndication join = joinLamp();

    assertThat(join.ieeeAddress()).isEqualTo(LAMP);
    assertThat(join.kind()).isEqualTo(JoinIndication.Kind.JOINED);
    assertThat(heard.next(ApsIndication.class).clusterId()).isEqualTo(0x0013); // announce
    await(radio.permitJoin(Duration.ZERO));
    assertThat(tryTo("{'op':'join','device':'lamp1'}").get("ok").getAsBoolean()).isFalse();
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void exchangesFramesWithADevice(int version) throws Exception {
    open(version);
    int lamp = joinLamp().networkAddress();
    heard.next(ApsIndication.class); // announce

    await(radio.send(unicast(lamp, 0x0006, Octets.ofHex("01 21 02"))));

    ApsIndication response = heard.next(ApsIndication.class);
    assertThat(response.sourceAddress()).isEqualTo(lamp);
    assertThat(response.payload().slice(1, 3)).isEqualTo(Octets.ofHex("21 0b"));
    assertThatThrownBy(() -> await(radio.send(unicast(0x7777, 6, Octets.of(1, 1, 2)))))
        .cause()
        .satisfies(reason(Reason.NOT_DELIVERED));
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void hearsGroupsThatItJoined(int version) throws Exception {
    open(version);
    joinLamp();
    heard.next(ApsIndication.class); // announce

    control("{'op':'send','device':'lamp0','cluster':'genOnOff','group':5,'payload':'010102'}");
    control("{'op':'send','device':'lamp0','cluster':'genOnOff','to':'0x0000','payload':'010002'}");
    assertThat(heard.next(ApsIndication.class).delivery()).isEqualTo(Delivery.UNICAST);
    await(radio.joinGroup(5, 1));
    control("{'op':'send','device':'lamp0','cluster':'genOnOff','group':5,'payload':'010202'}");

    ApsIndication multicast = heard.next(ApsIndication.class);
    assertThat(multicast.groupId()).hasValue(5);
    assertThat(multicast.payload()).isEqualTo(Octets.ofHex("010202"));
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void losesNothingInAFlood(int version) throws Exception {
    open(version);
    joinLamp();
    heard.next(ApsIndication.class); // announce

    control("{'op':'flood','device':'lamp0','count':2000,'from':0}");

    for (int i = 0; i < 2_000; i++) {
      Octets payload = heard.next(ApsIndication.class).payload();
      int end = payload.size();
      assertThat(payload.at(end - 2) | payload.at(end - 1) << 8).isEqualTo(i);
    }
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void sendsManyFramesAtOnce(int version) throws Exception {
    open(version);
    int lamp = joinLamp().networkAddress();
    List<CompletableFuture<Void>> all = new ArrayList<>();

    for (int i = 0; i < 500; i++) {
      all.add(
          radio.send(unicast(lamp, 0x0006, Octets.of(0x11, i & 0xFF, 0x02))).toCompletableFuture());
    }

    await(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
  }

  private ZigbeeRadio radio(Heard listener) {
    return new EmberRadios(new MachinePorts())
        .create(RadioSettings.on("tcp://127.0.0.1:" + simulator.ezspPort()), listener);
  }

  private JoinIndication joinLamp() throws Exception {
    await(radio.permitJoin(Duration.ofSeconds(60)));
    control("{'op':'join','device':'lamp0'}");
    return heard.next(JoinIndication.class);
  }

  private static ApsRequest unicast(int to, int clusterId, Octets payload) {
    return new ApsRequest(new Destination.Unicast(to), 0x0104, clusterId, 1, 1, payload, true);
  }

  private void control(String request) throws Exception {
    JsonObject reply = tryTo(request);
    assertThat(reply.get("ok").getAsBoolean()).as(reply.toString()).isTrue();
  }

  private JsonObject tryTo(String request) throws Exception {
    CompletionStage<JsonObject> reply =
        simulator.control(JsonParser.parseString(request.replace('\'', '"')).getAsJsonObject());
    return await(reply);
  }
}
