package org.waggle.simulator.ash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;

class FrameReaderTest {

  private static final Decoded<AshFrame> ACK_1 = Decoded.ok(new AshFrame.Ack(false, 1));

  static List<Decoded<AshFrame>> read(String hex) {
    List<Decoded<AshFrame>> frames = new ArrayList<>();
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    new FrameReader().read(bytes, bytes.length, frames::add);
    return frames;
  }

  @Test
  void putsTogetherWhatArrivesInPieces() {
    List<Decoded<AshFrame>> frames = new ArrayList<>();
    FrameReader reader = new FrameReader();

    for (byte b : HexFormat.of().parseHex("8160597e816059")) {
      reader.read(new byte[] {b}, 1, frames::add);
    }
    reader.read(new byte[] {0x7E}, 1, frames::add);

    assertThat(frames).containsExactly(ACK_1, ACK_1);
  }

  @Test
  void ignoresFlagsInFrontAndFlowControl() {
    assertThat(read("7e 7e 11 81 13 60 59 7e")).containsExactly(ACK_1);
  }

  @Test
  void dropsWhatIsCancelled() {
    assertThat(read("25 42 21 1a 816059 7e")).containsExactly(ACK_1);
  }

  @Test
  void refusesWhatTheLineSubstituted() {
    assertThat(read("81 18 6059 7e 816059 7e")).hasSize(2).last().isEqualTo(ACK_1);
    assertThat(read("81 18 6059 7e").get(0)).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void refusesAWrongCrc() {
    assertThat(read("81 6058 7e")).first().isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void ignoresTheNakWithoutControlByteOfSomeHosts() {
    assertThat(read("ffff7e 816059 7e")).containsExactly(ACK_1);
  }

  @Test
  void refusesAFrameThatNeverEnds() {
    assertThat(read("00".repeat(5000) + "7e"))
        .hasSize(1)
        .first()
        .isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void restoresStuffedBytes() {
    byte[] all = new byte[200];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    AshFrame frame = new AshFrame.Data(3, false, 4, Octets.of(all));
    FrameWriter writer = new FrameWriter();

    writer.write(frame);
    byte[] line = writer.take();

    assertThat(line).doesNotContain(0x11, 0x13, 0x18, 0x1A);
    assertThat(read(HexFormat.of().formatHex(line))).containsExactly(Decoded.ok(frame));
  }
}
