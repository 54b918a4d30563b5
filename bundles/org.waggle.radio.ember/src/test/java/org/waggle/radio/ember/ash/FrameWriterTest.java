package org.waggle.radio.ember.ash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of UG101, both ways. */
class FrameWriterTest {

  @ParameterizedTest
  @CsvSource({
    "c0, '', c038bc7e", // RST
    "c1, 0202, c102029b7b7e", // RSTACK, power on
    "c2, 0251, c20251a8bd7e", // ERROR, too many time-outs
    "25, 00000002, 254221a856a6097e", // DATA 2, acknowledges up to 5: version 2
    "81, '', 8160597e", // ACK
    "8e, '', 8e91b67e", // ACK, not ready
    "a6, '', a634dc7e", // NAK
    "ad, '', ad85b77e" // NAK, not ready
  })
  void writesAndReadsTheExamplesOfUg101(String control, String data, String frame) {
    byte[] field = HexFormat.of().parseHex(data);
    int first = HexFormat.fromHexDigits(control);
    if (Control.isData(first)) {
      Randomizer.apply(field, 0, field.length);
    }
    FrameWriter writer = new FrameWriter();

    writer.frame(first, field, field.length);

    assertThat(HexFormat.of().formatHex(writer.octets(), 0, writer.length())).isEqualTo(frame);
    assertThat(read(HexFormat.of().parseHex(frame))).containsExactly(control + hex(field));
  }

  @Test
  void growsWithWhatIsWritten() {
    FrameWriter writer = new FrameWriter();
    byte[] longest = new byte[Control.LONGEST_DATA];
    List<String> expected = new ArrayList<>();

    for (int i = 0; i < 20; i++) {
      longest[0] = (byte) i;
      writer.frame(i, longest, longest.length);
      expected.add("%02x".formatted(i) + hex(longest));
    }

    assertThat(read(writer.octets())).containsExactlyElementsOf(expected);
  }

  @Test
  void tellsWhatIsTooLongOrTooShort() {
    List<String> read = read(new byte[Control.LONGEST_DATA + 4]);
    assertThat(read).isEmpty();

    FrameWriter writer = new FrameWriter();
    writer.frame(0, new byte[Control.LONGEST_DATA + 1], Control.LONGEST_DATA + 1);
    assertThat(read(writer.octets())).containsExactly("TOO_LONG");
    assertThat(read(new byte[] {1, 2, 0x7E})).containsExactly("TOO_SHORT");
    assertThat(read(new byte[] {0x7D, 0x7E})).containsExactly("TOO_SHORT");
    assertThat(read(new byte[] {0x7E, 0x7E})).isEmpty();
  }

  private static List<String> read(byte[] octets) {
    List<String> frames = new ArrayList<>();
    new FrameReader()
        .read(
            octets,
            0,
            octets.length,
            new FrameReader.Sink() {
              @Override
              public void frame(byte[] frame, int length) {
                frames.add(HexFormat.of().formatHex(frame, 0, length));
              }

              @Override
              public void damaged(FrameReader.Damage damage) {
                frames.add(damage.name());
              }
            });
    return frames;
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
