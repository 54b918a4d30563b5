package org.waggle.zcl;

/** The 16-bit floating point format of IEEE 754 (ZCL 2.6.2.9). */
final class SemiPrecision {

  private SemiPrecision() {}

  static double toDouble(int bits) {
    int sign = bits >> 15;
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    double magnitude;
    if (exponent == 0x1F) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((double) fraction, -24);
    } else {
      magnitude = Math.scalb((double) (fraction | 0x400), exponent - 25);
    }
    return sign == 0 ? magnitude : -magnitude;
  }

  /** The nearest value, ties to even; what is too great becomes infinite. */
  static int ofDouble(double value) {
    int sign = Double.doubleToRawLongBits(value) < 0 ? 0x8000 : 0;
    double magnitude = Math.abs(value);
    if (Double.isNaN(value)) {
      return 0x7E00;
    }
    int exponent = Math.max(Math.getExponent(magnitude), -14);
    if (exponent > 15) {
      return sign | 0x7C00;
    }
    // In units of the last place; a carry out of the fraction is the next exponent, as it should.
    int units = (int) Math.rint(Math.scalb(magnitude, 10 - exponent));
    return sign | (units + ((exponent + 14) << 10));
  }
}
