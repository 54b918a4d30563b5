package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.ember.Awaiting.await;
import static org.waggle.radio.ember.Awaiting.reason;
import static org.waggle.radio.ember.ScriptedNcp.SEND_UNICAST;
import static org.waggle.radio.ember.ScriptedNcp.octets;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zcl.Octets;

class FailureTest {

  private static final String PORT = "/dev/failing";
  private static final String MESSAGE =
      "00 0401 0600 01 01 4011 0000 07 b4 d8 0100 ff ff 03 180102";
  private static final ApsRequest REQUEST =
      new ApsRequest(new Destination.Unicast(1), 0x0104, 6, 1, 1, Octets.of(1), true);

  private final Heard heard = new Heard();
  private final ScriptedNcp ncp = new ScriptedNcp();
  private final ZigbeeRadio radio = HastyRadio.on(PORT, heard, ncp);

  @AfterEach
  void leavesNoThread() throws Exception {
    radio.close();
    RadioThreads.assertNone(PORT);
  }

  @Test
  void isDownAtOnceWhenTheConnectionEnds() throws Exception {
    await(radio.open());
    CompletionStage<Void> pending = sendOne();

    ncp.hangUp();

    assertThat(heard.down.get(1, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessage("The connection to the coordinator on " + PORT + " ended");
    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.LINK_LOST));
    assertThatThrownBy(() -> await(radio.send(REQUEST)))
        .cause()
        .satisfies(reason(Reason.LINK_LOST));
    assertThatThrownBy(() -> await(radio.networkKey())).cause().satisfies(reason(Reason.LINK_LOST));
  }

  @Test
  void isDownWhenThePortFails() throws Exception {
    await(radio.open());

    ncp.fail(new IOException("it was unplugged"));

    assertThat(heard.down.get(1, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessageEndingWith("ended: it was unplugged");
  }

  @Test
  void isDownWhenTheCoordinatorResetsItself() throws Exception {
    await(radio.open());

    ncp.say(0xC1, 2, 3);

    assertThat(heard.down.get(1, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessage("The coordinator on " + PORT + " was reset (watchdog)");
  }

  @Test
  void isDownWhenTheCoordinatorReportsAnError() throws Exception {
    await(radio.open());

    ncp.say(0xC2, 2, 0x51);

    assertThat(heard.down.get(1, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessageContaining("error 0x51");
  }

  @Test
  void asksASilentCoordinatorWhetherItIsThere() throws Exception {
    CompletableFuture<Octets> question = ncp.next(0x05);

    await(radio.open());

    question.get(2, TimeUnit.SECONDS);
  }

  @Test
  void isDownWhenTheCoordinatorIsSilentForGood() throws Exception {
    await(radio.open());

    ncp.mute();

    assertThat(heard.down.get(3, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessage("The coordinator on " + PORT + " does not answer any more");
  }

  @Test
  void isDownWhenACommandIsNotAnswered() throws Exception {
    await(radio.open());
    ncp.on(0x0114, parameters -> null);

    CompletionStage<Octets> pending = radio.networkKey();

    assertThat(heard.down.get(3, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessage("The coordinator on " + PORT + " does not answer exportKey");
    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.LINK_LOST));
  }

  @Test
  void isDownOnlyOnce() throws Exception {
    await(radio.open());
    ncp.say(0xC1, 2, 3);
    heard.down.get(1, TimeUnit.SECONDS);

    ncp.hangUp();
    radio.close();

    assertThat(heard.downs()).isEqualTo(1);
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    ncp.mute();

    assertThatThrownBy(() -> await(radio.open()))
        .cause()
        .satisfies(reason(Reason.NO_COORDINATOR))
        .hasMessage("No coordinator with EmberZNet firmware answers on " + PORT);
    assertThat(heard.down).isNotDone();
  }

  @Test
  void saysWhenThePortCannotBeOpened() throws Exception {
    ZigbeeRadio other =
        HastyRadio.on(
            PORT,
            heard,
            (Supplier<RadioPort>)
                () -> {
                  throw new RadioException(Reason.PORT_UNAVAILABLE, "There is no such port");
                });

    assertThatThrownBy(() -> await(other.open()))
        .cause()
        .satisfies(reason(Reason.PORT_UNAVAILABLE))
        .hasMessage("There is no such port");
    other.close();
  }

  @Test
  void saysWhenTheConnectionEndsWhileItOpens() throws Exception {
    ncp.on(0xAA, parameters -> null);
    CompletableFuture<Octets> asked = ncp.next(0xAA);
    CompletionStage<?> pending = radio.open();
    asked.get(2, TimeUnit.SECONDS);

    ncp.hangUp();

    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.LINK_LOST));
    assertThat(heard.down).isNotDone();
  }

  @Test
  void namesTheVersionsOfFirmwareThatIsTooOldOrTooNew() throws Exception {
    ncp.version(7);
    assertThatThrownBy(() -> await(radio.open()))
        .cause()
        .satisfies(reason(Reason.FIRMWARE_UNSUPPORTED))
        .hasMessage(
            "The coordinator on %s speaks EZSP 7 (EmberZNet 7.4.4), but this radio EZSP 8 to 19: "
                    .formatted(PORT)
                + "update its firmware");

    ZigbeeRadio newer = HastyRadio.on(PORT, heard, new ScriptedNcp().version(20));
    assertThatThrownBy(() -> await(newer.open()))
        .cause()
        .satisfies(reason(Reason.FIRMWARE_UNSUPPORTED))
        .hasMessageEndingWith("its firmware is newer than this radio");
    newer.close();
  }

  @Test
  void survivesAListenerThatThrows() throws Exception {
    CompletableFuture<Void> second = new CompletableFuture<>();
    ScriptedNcp other = new ScriptedNcp();
    ZigbeeRadio throwing =
        HastyRadio.on(
            PORT,
            new Heard() {
              private int calls;

              @Override
              public void received(ApsIndication indication) {
                if (++calls == 2) {
                  second.complete(null);
                }
                throw new IllegalStateException("of this test");
              }
            },
            other);
    await(throwing.open());

    other.callback(0x45, MESSAGE);
    other.callback(0x45, MESSAGE);

    second.get(2, TimeUnit.SECONDS);
    throwing.close();
  }

  @Test
  void dropsMalformedFramesAndGoesOn() throws Exception {
    await(radio.open());

    ncp.callback(0x45, "00 0401");
    ncp.callback(0x3F, "");
    ncp.callback(0xABCD, "010203");
    ncp.callback(0x45, MESSAGE);

    assertThat(heard.next(ApsIndication.class).payload()).isEqualTo(octets("180102"));
  }

  @Test
  void saysWhichCommandTheCoordinatorDoesNotKnow() throws Exception {
    await(radio.open());
    ncp.invalid(0x9A);
    ncp.invalid(0xB9);

    assertThatThrownBy(() -> await(radio.changeChannel(15)))
        .cause()
        .satisfies(reason(Reason.UNSUPPORTED))
        .hasMessageContaining("setLogicalAndRadioChannel");
  }

  @Test
  void asksOneThingAtATimeWhenTheCoordinatorHasNoMemoryForMore() throws Exception {
    await(radio.open());

    ncp.overflow(1);
    await(radio.networkKey());

    ncp.overflow(1); // even so
    assertThatThrownBy(() -> await(radio.networkKey()))
        .cause()
        .satisfies(reason(Reason.BUSY))
        .hasMessage("The coordinator has no memory for exportKey");
  }

  private CompletionStage<Void> sendOne() throws Exception {
    CompletableFuture<Octets> sent = ncp.next(SEND_UNICAST);
    CompletionStage<Void> stage = radio.send(REQUEST);
    sent.get(5, TimeUnit.SECONDS);
    return stage;
  }
}
