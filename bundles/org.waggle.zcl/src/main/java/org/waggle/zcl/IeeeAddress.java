package org.waggle.zcl;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A 64-bit extended address (EUI-64); on the wire least significant byte first. */
public record IeeeAddress(long value) implements Comparable<IeeeAddress> {

  /** The address of every trust-center-wide key and of an unset address field. */
  public static final IeeeAddress NONE = new IeeeAddress(0);

  private static final Pattern FORM = Pattern.compile("0[xX][0-9a-fA-F]{16}");

  /** Parses {@code 0x} and 16 hexadecimal digits of either case; anything else is empty. */
  public static Optional<IeeeAddress> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new IeeeAddress(HexFormat.fromHexDigitsToLong(text, 2, 18)));
  }

  @Override
  public int compareTo(IeeeAddress other) {
    return Long.compareUnsigned(value, other.value);
  }

  /** {@code 0x} and 16 lower-case hexadecimal digits, most significant first. */
  @Override
  public String toString() {
    return "0x" + HexFormat.of().toHexDigits(value);
  }
}
