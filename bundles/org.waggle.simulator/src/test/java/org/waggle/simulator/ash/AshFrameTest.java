package org.waggle.simulator.ash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;

/** Frames as UG101 shows them. */
class AshFrameTest {

  static Stream<Arguments> framesOfTheSpecification() {
    return Stream.of(
        // UG101, 2.1: the frame that resets an NCP
        Arguments.of("c0 38bc 7e", new AshFrame.Reset()),
        // UG101, 2.2: the answer after a software reset
        Arguments.of("1a c1020b 0a52 7e", new AshFrame.ResetAck(2, 0x0B)),
        // UG101, 4.2 and 4.3: the EZSP command version, 00 00 00 02, as frame 2 that expects 5
        Arguments.of(
            "25 4221a856 a609 7e", new AshFrame.Data(2, false, 5, Octets.ofHex("00000002"))),
        // UG101: the response 00 80 00 02 02 11 30 as frame 5 that expects 3
        Arguments.of(
            "53 42a1a856280482 032a 7e",
            new AshFrame.Data(5, false, 3, Octets.ofHex("00800002021130"))),
        // UG101, 2.4: all is received up to frame 0
        Arguments.of("81 6059 7e", new AshFrame.Ack(false, 1)),
        // UG101, 2.5: frame 6 again, please
        Arguments.of("a6 34dc 7e", new AshFrame.Nak(false, 6)));
  }

  @ParameterizedTest
  @MethodSource("framesOfTheSpecification")
  void writesFramesAsSpecified(String hex, AshFrame frame) {
    FrameWriter writer = new FrameWriter();

    writer.write(frame);

    assertThat(HexFormat.of().formatHex(writer.take())).isEqualTo(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @MethodSource("framesOfTheSpecification")
  void readsFramesAsSpecified(String hex, AshFrame frame) {
    assertThat(FrameReaderTest.read(hex)).containsExactly(Decoded.ok(frame));
  }

  @Test
  void computesTheCrcOfTheSpecification() {
    byte[] versionCommand = HexFormat.of().parseHex("2500000002");

    assertThat(Crc.of(versionCommand, versionCommand.length)).isEqualTo(0x1AAD);
  }

  @Test
  void randomisesWithTheSequenceOfTheSpecification() {
    byte[] zeros = new byte[9];

    Randomiser.apply(zeros, 0);

    assertThat(zeros).isEqualTo(HexFormat.of().parseHex("4221a8542a15b25994"));
  }

  @Test
  void marksRetransmissions() {
    assertThat(new AshFrame.Data(1, true, 2, Octets.ofHex("000000")).encode()[0])
        .isEqualTo((byte) 0x1A);
  }

  @Test
  void refusesFramesOfTheWrongLength() {
    assertThat(AshFrame.decode(HexFormat.of().parseHex("8101")))
        .isInstanceOf(Decoded.Malformed.class);
    assertThat(AshFrame.decode(HexFormat.of().parseHex("25")))
        .isInstanceOf(Decoded.Malformed.class);
    assertThat(AshFrame.decode(new byte[222])).isInstanceOf(Decoded.Malformed.class);
    assertThat(AshFrame.decode(HexFormat.of().parseHex("ff")))
        .isInstanceOf(Decoded.Malformed.class);
  }
}
