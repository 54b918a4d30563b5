package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.ember.Awaiting.await;
import static org.waggle.radio.ember.Awaiting.reason;
import static org.waggle.radio.ember.ScriptedNcp.octets;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.GreenPowerIndication;
import org.waggle.radio.api.InterPanRequest;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.JoinIndication.Kind;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.ember.link.LinkSettings;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

class ReceivingTest {

  private static final String PORT = "/dev/receiving";
  private static final int MESSAGE = 0x45;
  private static final int JOIN = 0x24;
  private static final IeeeAddress DEVICE = new IeeeAddress(0x00124B0001020304L);
  private static final String DEVICE_HEX = "04030201004b1200";

  private final ScriptedNcp ncp = new ScriptedNcp();
  private final Heard heard = new Heard();
  private final ZigbeeRadio radio =
      new EmberRadio(RadioSettings.on(PORT), heard, LinkSettings.USUAL, () -> ncp);

  @BeforeEach
  void open() throws Exception {
    await(radio.open());
    await(radio.resume());
  }

  @AfterEach
  void close() throws Exception {
    radio.close();
    RadioThreads.assertNone(PORT);
  }

  @Test
  void handsOnAUnicastAsItCame() throws Exception {
    message(0, 0, 77, "18010a0000296608");

    assertThat(heard.next(ApsIndication.class))
        .isEqualTo(
            new ApsIndication(
                0xBEEF,
                Delivery.UNICAST,
                OptionalInt.empty(),
                0x0104,
                0x0402,
                1,
                2,
                77,
                octets("18010a0000296608"),
                123,
                -60));
  }

  @Test
  void tellsMulticastsAndBroadcastsAndTheGroupFieldOfARelayedUnicast() throws Exception {
    message(2, 0x0385, 1, "01");
    message(3, 0x0385, 1, "01");
    message(4, 0, 1, "01");
    message(5, 0, 1, "01");
    message(0, 0x4321, 1, "01");
    message(6, 0, 1, "01"); // a route request: nothing that anybody sent

    assertNext(Delivery.MULTICAST, OptionalInt.of(0x0385));
    assertNext(Delivery.MULTICAST, OptionalInt.of(0x0385));
    assertNext(Delivery.BROADCAST, OptionalInt.empty());
    assertNext(Delivery.BROADCAST, OptionalInt.empty());
    assertNext(Delivery.UNICAST, OptionalInt.of(0x4321));
    message(0, 0, 9, "01");
    assertThat(heard.next(ApsIndication.class).apsCounter()).isEqualTo(9);
  }

  private void assertNext(Delivery delivery, OptionalInt groupId) throws InterruptedException {
    ApsIndication indication = heard.next(ApsIndication.class);
    assertThat(indication.delivery()).isEqualTo(delivery);
    assertThat(indication.groupId()).isEqualTo(groupId);
  }

  @Test
  void survivesAnyCallback() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      byte[] parameters = new byte[random.nextInt(60)];
      random.nextBytes(parameters);
      int id = random.nextInt(4) == 0 ? random.nextInt(0x200) : random.nextInt(0x80);
      ncp.callback(id == 0x19 ? 0 : id, Octets.of(parameters).toString());
    }
    message(0, 0, 77, "c0ffee");

    Octets last = Octets.EMPTY;
    while (!last.equals(octets("c0ffee"))) {
      last = heard.next(Object.class) instanceof ApsIndication aps ? aps.payload() : last;
    }
    assertThat(heard.down).isNotDone();
  }

  @Test
  void tellsHowDevicesComeAndLeave() throws Exception {
    ncp.callback(JOIN, "3412" + DEVICE_HEX + "01 00 0000");
    ncp.callback(JOIN, "3412" + DEVICE_HEX + "00 03 7856");
    ncp.callback(JOIN, "3412" + DEVICE_HEX + "03 00 7856");
    ncp.callback(JOIN, "3412" + DEVICE_HEX + "01 02 7856");
    ncp.callback(JOIN, "3412" + DEVICE_HEX + "02 03 ffff");

    assertThat(heard.next(JoinIndication.class))
        .isEqualTo(new JoinIndication(DEVICE, 0x1234, 0x0000, Kind.JOINED));
    assertThat(heard.next(JoinIndication.class).kind()).isEqualTo(Kind.SECURED_REJOIN);
    assertThat(heard.next(JoinIndication.class).kind()).isEqualTo(Kind.UNSECURED_REJOIN);
    assertThat(heard.next(JoinIndication.class))
        .isEqualTo(new JoinIndication(DEVICE, 0x1234, 0x5678, Kind.DENIED));
    assertThat(heard.next(Heard.Left.class)).isEqualTo(new Heard.Left(DEVICE, 0x1234));
  }

  @Test
  void passesForLumiWhileALumiDeviceJoins() throws Exception {
    CompletableFuture<Octets> adapted = ncp.next(0x15);
    ncp.callback(JOIN, "3412 050403020144ef54 01 00 0000");
    assertThat(adapted.get(2, TimeUnit.SECONDS)).isEqualTo(octets("5f11"));

    CompletableFuture<Octets> reset = ncp.next(0x15);
    ncp.callback(0x19, "9d"); // network closed
    assertThat(reset.get(2, TimeUnit.SECONDS)).isEqualTo(octets("4910"));
  }

  @Test
  void hearsGreenPowerDevices() throws Exception {
    ncp.callback(
        0xC5, "00 be 07 00 7856341278563412 01 02 03 01 01 0a000000 e0 44332211 ff 03 028100");
    ncp.callback(0xC5, "01 be 07 02" + DEVICE_HEX + "05 00 00 00 00 01000000 22 00000000 ff 00");

    assertThat(heard.next(GreenPowerIndication.class))
        .isEqualTo(
            new GreenPowerIndication(
                0x12345678L,
                Optional.empty(),
                1,
                7,
                2,
                3,
                true,
                true,
                10,
                0xE0,
                0x11223344L,
                octets("028100"),
                0xBE));
    GreenPowerIndication other = heard.next(GreenPowerIndication.class);
    assertThat(other.ieeeAddress()).contains(DEVICE);
    assertThat(other.sourceId()).isZero();
    assertThat(other.endpoint()).isEqualTo(5);
  }

  @Test
  void speaksToDevicesOutsideOfTheNetworkAndHearsThem() throws Exception {
    CompletableFuture<Octets> channel = ncp.next(0xB9);
    CompletableFuture<Octets> raw = ncp.next(0x51);

    await(
        radio.sendInterPan(
            new InterPanRequest(20, Optional.of(DEVICE), 0xC05E, 0x1000, octets("110206"))));

    assertThat(channel.get()).isEqualTo(octets("14"));
    assertThat(raw.get())
        .isEqualTo(
            octets(
                "21 21cc 00 ffff"
                    + DEVICE_HEX
                    + "621a 010000feff142e84 0b00 03 0010 5ec0 110206 01 01"));
    ncp.callback(0x46, "00 00 c8 d8 03 010203");
    assertThat(heard.next(Heard.InterPanFrame.class))
        .isEqualTo(new Heard.InterPanFrame(octets("010203"), 20, 0xC8));

    CompletableFuture<Octets> home = ncp.next(0xB9);
    await(radio.endInterPan());
    assertThat(home.get()).isEqualTo(octets("0b"));
  }

  @Test
  void tellsTheCoordinatorThatItIsBehind() throws Exception {
    ScriptedNcp other = new ScriptedNcp();
    ZigbeeRadio slow =
        new EmberRadio(
            RadioSettings.on(PORT),
            new Heard() {
              @Override
              public void received(ApsIndication indication) {
                try {
                  other.next(0xFFFF).get(400, TimeUnit.MILLISECONDS); // never comes
                } catch (TimeoutException e) {
                  super.received(indication);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }
            },
            LinkSettings.USUAL,
            () -> other);
    await(slow.open());

    other.callback(MESSAGE, "00 0401 0600 01 01 4011 0000 07 b4 d8 0100 ff ff 03 180102");

    await(slow.networkKey());
    await(slow.networkKey());
    assertThat(other.wasToldNotReady()).isTrue();
    assertThat(await(slow.counters())).containsEntry("ash_not_ready_sent", 1L);
    slow.close();
  }

  @Test
  void refusesMoreGroupsThanTheCoordinatorHears() throws Exception {
    for (int group = 1; group <= 13; group++) { // 16 in all
      await(radio.joinGroup(group, 1));
    }
    await(radio.joinGroup(5, 1)); // again

    assertThatThrownBy(() -> await(radio.joinGroup(14, 1)))
        .cause()
        .satisfies(reason(Reason.REFUSED))
        .hasMessage("The coordinator hears 16 groups and no more: group 14 does not fit");
  }

  @Test
  void letsDevicesJoinAsToldOnly() throws Exception {
    CompletableFuture<Octets> key = ncp.next(0x0111);
    CompletableFuture<Octets> policy = ncp.next(0x55);
    CompletableFuture<Octets> open = ncp.next(0x22);
    await(radio.admitJoins(Duration.ofSeconds(60)));
    assertThat(key.get().slice(0, 8)).isEqualTo(octets("ffffffffffffffff"));
    assertThat(key.get().slice(8, 24)).isEqualTo(Octets.ofUtf8("ZigBeeAlliance09"));
    assertThat(policy.get()).isEqualTo(octets("00 03"));
    assertThat(open).isNotDone();

    await(radio.permitJoin(Duration.ofSeconds(60)));
    assertThat(open.get()).isEqualTo(octets("3c"));

    CompletableFuture<Octets> forgotten = ncp.next(0x6B);
    CompletableFuture<Octets> closed = ncp.next(0x55);
    await(radio.permitJoin(Duration.ZERO));
    assertThat(forgotten).isDone();
    assertThat(closed.get()).isEqualTo(octets("00 02"));
    assertThatThrownBy(() -> await(radio.permitJoin(Duration.ofSeconds(255))))
        .cause()
        .satisfies(reason(Reason.REFUSED));
  }

  private void message(int type, int groupId, int counter, String payload) {
    ncp.callback(
        MESSAGE,
        "%02x 0401 0204 01 02 4001 %02x%02x %02x 7b c4 efbe ff ff %02x %s"
            .formatted(type, groupId & 0xFF, groupId >> 8, counter, payload.length() / 2, payload));
  }
}
