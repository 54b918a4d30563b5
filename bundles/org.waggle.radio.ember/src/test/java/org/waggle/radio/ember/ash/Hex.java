package org.waggle.radio.ember.ash;

import java.util.HexFormat;

/** Frames as they go over the line, in hexadecimal. */
final class Hex {

  private Hex() {}

  static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static String frame(int control, int... rest) {
    byte[] data = new byte[rest.length];
    for (int i = 0; i < rest.length; i++) {
      data[i] = (byte) rest[i];
    }
    return written(control, data);
  }

  static String data(int number, boolean retransmitted, int acknowledged, String hex) {
    byte[] data = octets(hex);
    Randomizer.apply(data, 0, data.length);
    return written(Control.data(number, retransmitted, acknowledged), data);
  }

  private static String written(int control, byte[] data) {
    FrameWriter writer = new FrameWriter();
    writer.frame(control, data, data.length);
    return HexFormat.of().formatHex(writer.octets(), 0, writer.length());
  }
}
