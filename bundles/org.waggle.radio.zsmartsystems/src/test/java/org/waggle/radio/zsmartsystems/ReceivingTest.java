package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.radio.zsmartsystems.Stages.await;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.GreenPowerIndication;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.JoinIndication.Kind;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

class ReceivingTest {

  private static final IeeeAddress DEVICE = new IeeeAddress(0xA4C1380102030405L);
  private static final String DEVICE_HEX = "050403020138c1a4";

  private final Heard heard = new Heard();
  private ScriptedNcp ncp;
  private ZigbeeRadio radio;

  @BeforeEach
  void open() throws Exception {
    ncp = new ScriptedNcp().withNetwork();
    radio = new ZsmartsystemsRadios(new MachinePorts()).create(RadioSettings.on(ncp.port()), heard);
    await(radio.open());
    await(radio.resume());
  }

  @AfterEach
  void close() throws Exception {
    radio.close();
    ncp.close();
  }

  @Test
  void handsOnAUnicastAsItCame() throws Exception {
    ncp.incoming(0, 0xBEEF, 0, 77, Octets.ofHex("18 01 0a 0000 29 6608"));

    assertThat(heard.next(ApsIndication.class))
        .isEqualTo(
            new ApsIndication(
                0xBEEF,
                Delivery.UNICAST,
                OptionalInt.empty(),
                0x0104,
                0x0402,
                1,
                1,
                77,
                Octets.ofHex("18010a0000296608"),
                123,
                -60));
  }

  @Test
  void tellsTheGroupOfAMulticast() throws Exception {
    ncp.incoming(2, 0xBEEF, 0x0385, 1, Octets.of(1));

    ApsIndication indication = heard.next(ApsIndication.class);

    assertThat(indication.delivery()).isEqualTo(Delivery.MULTICAST);
    assertThat(indication.groupId()).hasValue(0x0385);
  }

  @Test
  void tellsABroadcastFromAUnicast() throws Exception {
    ncp.incoming(4, 0xBEEF, 0, 1, Octets.of(1));

    ApsIndication indication = heard.next(ApsIndication.class);

    assertThat(indication.delivery()).isEqualTo(Delivery.BROADCAST);
    assertThat(indication.groupId()).isEmpty();
  }

  @Test
  void keepsTheGroupFieldOfARelayedUnicast() throws Exception {
    ncp.incoming(0, 0xBEEF, 0x4321, 1, Octets.of(1));

    ApsIndication indication = heard.next(ApsIndication.class);

    assertThat(indication.delivery()).isEqualTo(Delivery.UNICAST);
    assertThat(indication.groupId()).hasValue(0x4321);
  }

  @Test
  void passesProfilesAndPayloadsThatNobodyKnows() throws Exception {
    ncp.callBack(
        0x45, Octets.ofHex("00 5ec0 efbe c8 f2 0000 0000 09 ff 80 3412 ff ff 05 0415115f00"));

    ApsIndication indication = heard.next(ApsIndication.class);

    assertThat(indication.profileId()).isEqualTo(0xC05E);
    assertThat(indication.clusterId()).isEqualTo(0xBEEF);
    assertThat(indication.sourceEndpoint()).isEqualTo(200);
    assertThat(indication.destinationEndpoint()).isEqualTo(242);
    assertThat(indication.payload()).isEqualTo(Octets.ofHex("0415115f00"));
    assertThat(indication.lqi()).isEqualTo(255);
    assertThat(indication.rssi()).isEqualTo(-128);
  }

  @Test
  void losesNothingInAFloodAndKeepsTheOrder() throws Exception {
    int count = 5_000;
    for (int i = 0; i < count; i++) {
      ncp.incoming(0, 0x1000, 0, i & 0xFF, Octets.of(0x18, 1, 0x0A, i & 0xFF, i >> 8));
    }

    for (int i = 0; i < count; i++) {
      assertThat(heard.next(ApsIndication.class).payload())
          .isEqualTo(Octets.of(0x18, 1, 0x0A, i & 0xFF, i >> 8));
    }
  }

  @Test
  void losesNothingThatTheLibraryCannotRead() throws Exception {
    for (int i = 0; i < 200; i++) {
      ncp.callBack(0x0059, Octets.of(1)); // a route record, cut short
      ncp.callBack(0x0123, Octets.of(i)); // unknown
      ncp.incoming(0, 0x1000, 0, i, Octets.of(i));
    }

    for (int i = 0; i < 200; i++) {
      assertThat(heard.next(ApsIndication.class).apsCounter()).isEqualTo(i);
    }
  }

  @Test
  void survivesMalformedFrames() throws Exception {
    for (int i = 0; i < 40; i++) {
      ncp.callBack(0x0045, Octets.of(0, 1, 2)); // an incoming message, cut short
    }
    ncp.incoming(0, 0x1000, 0, 1, Octets.of(9));

    assertThat(heard.next(ApsIndication.class).payload()).isEqualTo(Octets.of(9));
  }

  @Test
  void asksForADamagedFrameAtOnce() throws Exception {
    long start = System.nanoTime();
    ncp.ash().corruptNext();
    ncp.incoming(0, 0x1000, 0, 1, Octets.of(1));
    ncp.incoming(0, 0x1000, 0, 2, Octets.of(2));

    assertThat(heard.next(ApsIndication.class).apsCounter()).isEqualTo(1);
    assertThat(heard.next(ApsIndication.class).apsCounter()).isEqualTo(2);
    assertThat(ncp.ash().naks()).isEqualTo(1);
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void tellsHowDevicesCome() throws Exception {
    ncp.callBack(0x24, Octets.ofHex("3412" + DEVICE_HEX + "01 00 0000"));
    ncp.callBack(0x24, Octets.ofHex("3412" + DEVICE_HEX + "00 03 7856"));
    ncp.callBack(0x24, Octets.ofHex("3412" + DEVICE_HEX + "03 00 7856"));
    ncp.callBack(0x24, Octets.ofHex("3412" + DEVICE_HEX + "01 02 7856"));

    assertThat(heard.next(JoinIndication.class))
        .isEqualTo(new JoinIndication(DEVICE, 0x1234, 0x0000, Kind.JOINED));
    assertThat(heard.next(JoinIndication.class))
        .isEqualTo(new JoinIndication(DEVICE, 0x1234, 0x5678, Kind.SECURED_REJOIN));
    assertThat(heard.next(JoinIndication.class))
        .isEqualTo(new JoinIndication(DEVICE, 0x1234, 0x5678, Kind.UNSECURED_REJOIN));
    assertThat(heard.next(JoinIndication.class))
        .isEqualTo(new JoinIndication(DEVICE, 0x1234, 0x5678, Kind.DENIED));
  }

  @Test
  void tellsThatADeviceLeft() throws Exception {
    ncp.callBack(0x24, Octets.ofHex("3412" + DEVICE_HEX + "02 03 ffff"));

    assertThat(heard.next(Heard.Left.class)).isEqualTo(new Heard.Left(DEVICE, 0x1234));
  }

  @Test
  void passesForLumiWhileALumiDeviceJoins() throws Exception {
    var adapted = ncp.next(0x15);

    ncp.callBack(0x24, Octets.ofHex("3412 050403020144ef54 01 00 0000"));

    assertThat(adapted.get(5, TimeUnit.SECONDS)).isEqualTo(Octets.ofHex("5f11"));
    var reset = ncp.next(0x15);
    ncp.callBack(0x19, Octets.of(0x9D)); // network closed
    assertThat(reset.get(5, TimeUnit.SECONDS)).isEqualTo(Octets.ofHex("4910"));
  }

  @Test
  void hearsGreenPowerDevices() throws Exception {
    ncp.callBack(
        0xC5,
        Octets.ofHex(
            "00 be 07 00 7856341278563412 01 02 03 01 00 0a000000 e0 44332211 ff 03 028100"));

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
                false,
                10,
                0xE0,
                0x11223344L,
                Octets.ofHex("028100"),
                0xBE));
  }

  @Test
  void hearsGreenPowerDevicesWithAnIeeeAddress() throws Exception {
    ncp.callBack(
        0xC5,
        Octets.ofHex("00 be 07 02" + DEVICE_HEX + "05 00 00 00 00 01000000 22 00000000 ff 00"));

    GreenPowerIndication indication = heard.next(GreenPowerIndication.class);

    assertThat(indication.ieeeAddress()).contains(DEVICE);
    assertThat(indication.sourceId()).isZero();
    assertThat(indication.endpoint()).isEqualTo(5);
  }
}
