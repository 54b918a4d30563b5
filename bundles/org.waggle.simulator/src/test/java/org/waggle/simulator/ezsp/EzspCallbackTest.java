package org.waggle.simulator.ezsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Callbacks as bytes: those of sticks in the logs of zigpy, zigbee-herdsman and libezsp, and for
 * the rest what these read.
 */
class EzspCallbackTest {

  private static final IeeeAddress ADDRESS = new IeeeAddress(0x0011223344556677L);

  private static final ApsFields ZDO =
      new ApsFields(0, 0x8005, 0, 0, ApsFields.ENABLE_ROUTE_DISCOVERY | ApsFields.RETRY, 0, 0x4D);
  private static final ApsFields ON_OFF = new ApsFields(0x0104, 0x0006, 1, 1, 0x1140, 0, 0x9A);

  private static String callback(int version, int sequence, EzspCallback callback) {
    return Octets.of(EzspFrame.callback(EzspVersion.of(version), sequence, 0, callback)).toString();
  }

  private static String fields(int version, EzspCallback callback) {
    String frame = callback(version, 0, callback);
    assertThat(frame).startsWith("009001");
    return frame.substring(10);
  }

  /** EmberZNet 6.10.3, and one with sl_status. */
  @Test
  void tellsTheStateOfTheStack() {
    EzspCallback up = new EzspCallback.StackStatus(Status.NETWORK_UP);

    assertThat(callback(8, 0x17, up)).isEqualTo("17900119" + "00" + "90");
    assertThat(callback(13, 0x17, up)).isEqualTo("17900119" + "00" + "90");
    assertThat(callback(14, 0x17, up)).isEqualTo("17900119" + "00" + "15000000");
    assertThat(fields(19, new EzspCallback.StackStatus(Status.NETWORK_OPENED)))
        .isEqualTo("180c0000");
  }

  /** EmberZNet 7.3.1. */
  @Test
  void tellsWhatAScanFinds() {
    assertThat(callback(12, 0x51, new EzspCallback.EnergyScanResult(11, -93)))
        .isEqualTo("519001480" + "00ba3");
    assertThat(callback(12, 0x52, new EzspCallback.ScanComplete(26, Status.SUCCESS)))
        .isEqualTo("5290011c00" + "1a00");
    assertThat(fields(14, new EzspCallback.ScanComplete(26, Status.SUCCESS)))
        .isEqualTo("1a" + "00000000");
  }

  /** EmberZNet 6.10.3. */
  @Test
  void bringsMessagesInVersion8() {
    EzspCallback message =
        new EzspCallback.IncomingMessage(0, ZDO, 0xFF, -29, 0xC894, Octets.ofHex("a10094c80101"));

    assertThat(fields(8, message))
        .isEqualTo("00000005800000400100004dffe394c8ffff06a10094c8010102");
    assertThat(fields(13, message)).isEqualTo(fields(8, message));
  }

  /** EmberZNet 8.0. */
  @Test
  void bringsMessagesInVersion14() {
    ApsFields aps = new ApsFields(0x0104, 0x0006, 1, 1, 0x0100, 0, 0x70);
    EzspCallback message =
        new EzspCallback.IncomingMessage(0, aps, 3, 0, 0xC9DE, Octets.ofHex("18040b0000"));

    // The stick's clock stood at 6; the simulator has none.
    String expected =
        "27900145"
            + "00"
            + "00040106000101000100007"
            + "0dec90000000000000000ffff0300"
            + "00000000"
            + "0518040b0000"
            + "02";
    assertThat(callback(14, 0x27, message)).isEqualTo(expected);
    assertThat(callback(19, 0x27, message)).isEqualTo(expected);
  }

  /** EmberZNet 6.10 and 8.0. */
  @Test
  void tellsWhatBecameOfMessages() {
    ApsFields version8 = new ApsFields(0x0104, 0x0006, 0x0B, 0x0B, 0x0140, 0, 0xC4);

    assertThat(
            fields(
                8,
                new EzspCallback.MessageSent(
                    0, 0x2F10, version8, 0x42, Status.SUCCESS, Octets.EMPTY)))
        .isEqualTo("00102f040106000b0b40010000c4420000");
    assertThat(
            callback(
                14,
                0x27,
                new EzspCallback.MessageSent(0, 0xC9DE, ON_OFF, 3, Status.SUCCESS, Octets.EMPTY)))
        .isEqualTo("2790013f000000000000dec9040106000101401100009a030000");
    assertThat(
            fields(
                18,
                new EzspCallback.MessageSent(
                    0, 0xC9DE, ON_OFF, 3, Status.DELIVERY_FAILED, Octets.EMPTY)))
        .isEqualTo("020c000000dec9040106000101401100009a030000");
  }

  @Test
  void tellsWhetherAPollHadAMessageSinceVersion11() {
    assertThat(fields(10, new EzspCallback.Poll(0x1234, true))).isEqualTo("3412");
    assertThat(fields(11, new EzspCallback.Poll(0x1234, true))).isEqualTo("341201");
    assertThat(fields(19, new EzspCallback.Poll(0x1234, false))).isEqualTo("341200");
  }

  @Test
  void tellsWhoJoined() {
    assertThat(fields(8, new EzspCallback.TrustCenterJoin(0x1234, ADDRESS, 1, 0, 0)))
        .isEqualTo("34127766554433221100" + "01" + "00" + "0000");
    assertThat(fields(19, new EzspCallback.ChildJoin(2, true, 0x1234, ADDRESS, true)))
        .isEqualTo("02" + "01" + "3412" + "7766554433221100" + "04");
  }

  @Test
  void recordsRoutes() {
    assertThat(
            fields(
                14,
                new EzspCallback.IncomingRouteRecord(
                    0x1234, ADDRESS, 0xC8, -50, List.of(0x1111, 0x2222))))
        .isEqualTo("3412" + "7766554433221100" + "c8" + "ce" + "02" + "1111" + "2222");
  }

  @Test
  void bringsMacFramesWithPacketInformationSinceVersion14() {
    EzspCallback frame = new EzspCallback.MacFilterMatch(0xC8, -50, Octets.ofHex("0102"));
    String information = "feff" + "00".repeat(8) + "ffff" + "c8ce" + "00000000";

    assertThat(fields(13, frame)).isEqualTo("00" + "01" + "c8ce" + "020102");
    assertThat(fields(17, frame)).isEqualTo("00" + "01" + information + "020102");
    assertThat(fields(18, frame)).isEqualTo("0000" + "01" + information + "020102");
  }

  @Test
  void givesTheRawMessageBackSinceVersion14() {
    EzspCallback sent = new EzspCallback.RawTransmitComplete(Status.SUCCESS, Octets.ofHex("0102"));

    assertThat(fields(13, sent)).isEqualTo("00");
    assertThat(fields(14, sent)).isEqualTo("020102" + "00000000");
  }

  @Test
  void bringsGreenPowerWithPacketInformationSinceVersion16() {
    EzspCallback frame =
        new EzspCallback.GreenPowerIncoming(
            0x12345678L, 0, 7, 0xE0, Octets.ofHex("028100"), 2, 3, 5, 0x11223344L, 0xC8);
    String fields =
        "00"
            + "c8"
            + "07"
            + "00"
            + "78563412".repeat(2)
            + "00"
            + "02"
            + "03"
            + "00"
            + "00"
            + "05000000"
            + "e0"
            + "44332211"
            + "ff"
            + "03028100";

    assertThat(fields(8, frame)).isEqualTo(fields);
    assertThat(fields(14, frame)).isEqualTo(fields);
    assertThat(fields(16, frame))
        .isEqualTo(fields + "7856" + "00".repeat(8) + "ffff" + "c8ce" + "00000000");
  }

  @Test
  void tellsThatAGreenPowerFrameWasSent() {
    EzspCallback sent = new EzspCallback.GreenPowerSent(Status.SUCCESS, 5);

    assertThat(fields(13, sent)).isEqualTo("0005");
    assertThat(fields(14, sent)).isEqualTo("0000000005");
  }
}
