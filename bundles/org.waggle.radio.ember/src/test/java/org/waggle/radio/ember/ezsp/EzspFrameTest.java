package org.waggle.radio.ember.ezsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.Version;
import org.waggle.radio.ember.ezsp.MessagingCallback.IncomingNetworkStatus;
import org.waggle.zcl.Octets;

/** The headers, with frames out of logs in public issues; the repositories are on GitHub. */
class EzspFrameTest {

  private static final EzspVersion V8 = new EzspVersion(8);
  private static final EzspVersion V13 = new EzspVersion(13);

  @Test
  void asksForTheVersionInTheLegacyFormat() {
    // zigpy/bellows issue 425
    assertThat(EzspFrame.encodeLegacyVersion(0, 4)).containsExactly(0, 0, 0, 4);
  }

  @Test
  void readsTheVersionInTheLegacyFormat() throws EzspFormatException {
    // zigpy/bellows issue 425: EmberZNet 6.10
    EzspFrame frame = decode("00 80 00 08 02 00 6a");

    assertThat(frame.frameId()).isZero();
    assertThat(frame.callback()).isFalse();
    assertThat(new Version(8).decodeResponse(frame.reader(V8)))
        .isEqualTo(new Version.Response(8, 2, 0x6A00));
  }

  @Test
  void readsAnAnswerInTheExtendedFormat() throws EzspFormatException {
    // Koenkk/zigbee-herdsman issue 319: EZSP 8
    EzspFrame frame = decode("36 80 01 34 00 00 5b");

    assertThat(frame)
        .isEqualTo(new EzspFrame(0x36, 0x0034, false, false, false, false, Octets.ofHex("005b")));
  }

  @Test
  void readsACallbackBehindWhichOthersWait() throws EzspFormatException {
    // Koenkk/zigbee2mqtt issue 20827: EZSP 13
    EzspFrame frame = decode("e1 94 01 c4 00 06 84 c5");

    assertThat(frame.sequence()).isEqualTo(0xE1);
    assertThat(frame.callback()).isTrue();
    assertThat(frame.callbackPending()).isTrue();
    assertThat(frame.overflow()).isFalse();
    assertThat(frame.truncated()).isFalse();
    assertThat(EzspCallback.decode(V13, frame)).isEqualTo(new IncomingNetworkStatus(6, 0xC584));
  }

  @Test
  void readsWhatWentWrongInTheNcp() throws EzspFormatException {
    // UG100 section 3.1
    EzspFrame frame = decode("05 83 01 65 00 01 00");

    assertThat(frame.truncated()).isTrue();
    assertThat(frame.overflow()).isTrue();
    assertThat(frame.callback()).isFalse();
  }

  @Test
  void readsIdsOf16Bits() throws EzspFormatException {
    assertThat(decode("07 80 01 14 01").frameId()).isEqualTo(0x0114);
  }

  @Test
  void encodesRequestAsLogged() {
    // Koenkk/zigbee-herdsman issue 319: EZSP 8
    ApsFrame aps = new ApsFrame(0x0104, 0xEF00, 1, 1, 0x0140, 0, 3);
    EzspCommand<?> send =
        new MessagingFrames.SendUnicast(
            MessageType.DIRECT, 0x2ECB, aps, 4, Octets.ofHex("18540b0100"));

    assertThat(Octets.of(EzspFrame.encode(0x4E, V8, send)))
        .isEqualTo(
            Octets.ofHex(
                "4e 00 01 34 00 00 cb 2e 04 01 00 ef 01 01 40 01 00 00 03 04 05 18 54 0b 01 00"));
  }

  @Test
  void refusesWhatIsNoFrameOfAnNcp() {
    assertThatExceptionOfType(EzspFormatException.class)
        .isThrownBy(() -> decode("00 80"))
        .withMessage("No header: 0080");
    assertThatExceptionOfType(EzspFormatException.class)
        .isThrownBy(() -> decode("00 80 01 34"))
        .withMessage("No extended header: 00800134");
    assertThatExceptionOfType(EzspFormatException.class)
        .isThrownBy(() -> decode("00 00 01 34 00"))
        .withMessage("Not from an NCP: 0000013400");
  }

  @Test
  void saysWhatIsMissing() throws EzspFormatException {
    EzspFrame frame = decode("36 80 01 34 00 00");

    assertThatExceptionOfType(EzspFormatException.class)
        .isThrownBy(() -> MessagingFrames.Sent.decode(frame.reader(V8)))
        .withMessage("Needs 1 octets at 1 of 1");
  }

  private static EzspFrame decode(String hex) throws EzspFormatException {
    return EzspFrame.decode(Octets.ofHex(hex).toArray());
  }
}
