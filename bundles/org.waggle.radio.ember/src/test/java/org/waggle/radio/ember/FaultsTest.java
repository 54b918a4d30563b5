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
import org.waggle.zcl.Octets;

/** The radio at the end of a bad line, and with a coordinator that misbehaves. */
class FaultsTest {

  private static final String BAD_LINE =
      "{'op':'faults',"
          + "'to_host':{'lose':0.01,'corrupt':0.01,'duplicate':0.01,'reorder':0.01},"
          + "'from_host':{'lose':0.01,'corrupt':0.01,'duplicate':0.01,'reorder':0.01},"
          + "'busy':0.02}";

  private final Heard heard = new Heard();
  private Simulator simulator;
  private ZigbeeRadio radio;
  private int lamp;

  private void open(int version) throws Exception {
    simulator =
        Simulator.builder()
            .ezspVersion(version)
            .seed(42)
            .crowd(1)
            .latency(Duration.ofMillis(1))
            .start();
    radio =
        new EmberRadios(new MachinePorts())
            .create(RadioSettings.on("tcp://127.0.0.1:" + simulator.ezspPort()), heard);
    await(radio.open());
    await(
        radio.form(
            new NetworkSettings(
                new NetworkParameters(0x1A62, 0xDDDDDDDDDDDDDDDDL, 11),
                Octets.ofHex("01030507090b0d0f00020406080a0c0d"))));
    await(radio.permitJoin(Duration.ofSeconds(60)));
    control("{'op':'join','device':'lamp0'}");
    lamp = heard.next(JoinIndication.class).networkAddress();
    heard.next(ApsIndication.class); // announce
  }

  @AfterEach
  void close() throws Exception {
    radio.close();
    simulator.close();
    RadioThreads.assertNone("tcp");
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 19})
  void losesNothingAndRepeatsNothingOnABadLine(int version) throws Exception {
    open(version);
    control(BAD_LINE);

    control("{'op':'flood','device':'lamp0','count':2000,'from':0}");

    for (int i = 0; i < 2_000; i++) {
      Octets payload = heard.next(ApsIndication.class).payload();
      int end = payload.size();
      assertThat(payload.at(end - 2) | payload.at(end - 1) << 8).isEqualTo(i);
    }
    assertThat(await(radio.counters()).get("ash_damaged_received")).isPositive();
    assertThat(await(radio.counters()).get("ash_out_of_sequence_received")).isPositive();
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 19})
  void deliversEachFrameOnABadLineToABusyCoordinator(int version) throws Exception {
    open(version);
    control(BAD_LINE);
    List<CompletableFuture<Void>> all = new ArrayList<>();

    for (int i = 0; i < 300; i++) {
      all.add(radio.send(toggle(i)).toCompletableFuture());
    }

    await(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
    JsonObject received =
        control("{'op':'frames','device':'lamp0','cluster':'genOnOff','cast':'unicast'}");
    assertThat(received.getAsJsonArray("frames")).hasSize(300);
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 19})
  void goesOnAfterAPauseOfTheLine(int version) throws Exception {
    open(version);
    control("{'op':'silent','milliseconds':1000}");
    CompletionStage<Void> sent = radio.send(toggle(1));

    await(sent);

    assertThat(heard.down).isNotDone();
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 19})
  void failsEachFrameOnceWhenTheCoordinatorIsResetMeanwhile(int version) throws Exception {
    open(version);
    control("{'op':'reset','command':'0x0034'}");
    List<CompletionStage<Void>> all = new ArrayList<>();

    for (int i = 0; i < 50; i++) {
      all.add(radio.send(toggle(i)));
    }

    for (CompletionStage<Void> each : all) {
      assertThatThrownBy(() -> await(each)).cause().satisfies(reason(Reason.LINK_LOST));
    }
    assertThat(heard.down.get(1, TimeUnit.SECONDS)).satisfies(reason(Reason.LINK_LOST));
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 19})
  void keepsToTheRoomThatTheCoordinatorHas(int version) throws Exception {
    open(version);
    control("{'op':'limit_messages','max':2}");
    List<CompletableFuture<Void>> all = new ArrayList<>();

    for (int i = 0; i < 100; i++) {
      all.add(radio.send(toggle(i)).toCompletableFuture());
    }

    await(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
  }

  private ApsRequest toggle(int sequence) {
    return new ApsRequest(
        new Destination.Unicast(lamp),
        0x0104,
        0x0006,
        1,
        1,
        Octets.of(0x11, sequence & 0xFF, 0x02),
        true);
  }

  private JsonObject control(String request) throws Exception {
    JsonObject json = JsonParser.parseString(request.replace('\'', '"')).getAsJsonObject();
    JsonObject reply = simulator.control(json).toCompletableFuture().get(60, TimeUnit.SECONDS);
    assertThat(reply.get("ok").getAsBoolean()).as(reply.toString()).isTrue();
    return reply;
  }
}
