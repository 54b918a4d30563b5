package org.waggle.simulator.control;

import java.util.Arrays;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

/** Reports of one attribute whose value counts up, as bytes: this is what a flood is made of. */
final class Counting {

  /** Small types repeat their values after so many, or as many as they have. */
  private static final long SMALL_PERIOD = 10_000;

  private static final int REPORT_ATTRIBUTES = 0x0A;

  /** Global, from the server, no default response. */
  private static final int FRAME_CONTROL = 0x18;

  private static final int MANUFACTURER_SPECIFIC = 0x04;

  private final byte[] template;
  private final int sequenceAt;
  private final int width;
  private final long first;
  private final long period;

  /**
   * @throws IllegalArgumentException if the type does not count, or {@code first} is beyond it
   */
  Counting(AttributeKey attribute, ZclType type, long first) {
    this.width = width(type);
    this.first = first;
    int bits = type == ZclType.BOOLEAN ? 1 : isSigned(type) ? 8 * width - 1 : 8 * width;
    long last = bits >= Long.SIZE - 1 ? Long.MAX_VALUE : (1L << bits) - 1;
    if (first > last || first < (isSigned(type) ? -last - 1 : 0)) {
      throw new IllegalArgumentException(first + " is no value of type " + type);
    }
    long values = last - Math.max(first, 0);
    this.period = bits <= Short.SIZE ? Math.min(SMALL_PERIOD, values + 1) : Math.max(values, 1);
    byte[] frame = new byte[5 + 3 + 8];
    int size = 0;
    frame[size++] =
        (byte)
            (attribute.manufacturerCode().isPresent()
                ? FRAME_CONTROL | MANUFACTURER_SPECIFIC
                : FRAME_CONTROL);
    if (attribute.manufacturerCode().isPresent()) {
      int code = attribute.manufacturerCode().getAsInt();
      frame[size++] = (byte) code;
      frame[size++] = (byte) (code >> 8);
    }
    this.sequenceAt = size++;
    frame[size++] = REPORT_ATTRIBUTES;
    frame[size++] = (byte) attribute.id();
    frame[size++] = (byte) (attribute.id() >> 8);
    frame[size++] = (byte) type.id();
    this.template = Arrays.copyOf(frame, size + width);
  }

  private static int width(ZclType type) {
    return switch (type) {
      case BOOLEAN, DATA8, BITMAP8, UINT8, INT8, ENUM8 -> 1;
      case DATA16, BITMAP16, UINT16, INT16, ENUM16 -> 2;
      case DATA24, BITMAP24, UINT24, INT24 -> 3;
      case DATA32, BITMAP32, UINT32, INT32, UTC_TIME -> 4;
      case DATA40, BITMAP40, UINT40, INT40 -> 5;
      case DATA48, BITMAP48, UINT48, INT48 -> 6;
      case DATA56, BITMAP56, UINT56, INT56 -> 7;
      case DATA64, BITMAP64, UINT64, INT64 -> 8;
      default -> throw new IllegalArgumentException("type " + type + " does not count");
    };
  }

  private static boolean isSigned(ZclType type) {
    return switch (type) {
      case INT8, INT16, INT24, INT32, INT40, INT48, INT56, INT64 -> true;
      default -> false;
    };
  }

  /** The ZCL frame with the value that comes {@code number} after the first. */
  Octets report(int sequence, long number) {
    long value = first + number % period;
    byte[] frame = template;
    frame[sequenceAt] = (byte) sequence;
    for (int i = 0; i < width; i++) {
      frame[frame.length - width + i] = (byte) (value >> 8 * i);
    }
    return Octets.of(frame);
  }
}
