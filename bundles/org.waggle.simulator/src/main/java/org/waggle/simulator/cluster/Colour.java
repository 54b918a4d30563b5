package org.waggle.simulator.cluster;

import java.util.concurrent.ScheduledExecutorService;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.zcl.ZclType;

/** The attributes of lightingColorCtrl that make up a colour, and how they change. */
final class Colour {

  static final int HUE = 0x0000;
  static final int SATURATION = 0x0001;
  static final int X = 0x0003;
  static final int Y = 0x0004;
  static final int TEMPERATURE = 0x0007;
  static final int ENHANCED_HUE = 0x4000;

  /** The values of ColorMode. */
  static final int MODE_HUE_SATURATION = 0;

  static final int MODE_XY = 1;
  static final int MODE_TEMPERATURE = 2;

  /** A value of EnhancedColorMode only. */
  private static final int MODE_ENHANCED_HUE_SATURATION = 3;

  private static final int REMAINING_TIME = 0x0002;
  private static final int COLOR_MODE = 0x0008;
  private static final int ENHANCED_COLOR_MODE = 0x4001;
  private static final int MIN_TEMPERATURE = 0x400B;
  private static final int MAX_TEMPERATURE = 0x400C;
  private static final int MAX_SATURATION = 254;
  private static final int MAX_COORDINATE = 0xFEFF;
  private static final int CIRCLE = 0x10000;

  private final ClusterAttributes attributes;
  private final Ramp first;
  private final Ramp second;

  Colour(ScheduledExecutorService scheduler, ClusterAttributes attributes) {
    this.attributes = attributes;
    this.first = new Ramp(scheduler);
    this.second = new Ramp(scheduler);
    attributes.define(COLOR_MODE, ZclType.ENUM8, MODE_XY);
  }

  int mode() {
    return (int) attributes.number(COLOR_MODE, MODE_XY);
  }

  long get(int attribute) {
    return attributes.number(attribute, 0);
  }

  void stop() {
    first.stop();
    second.stop();
    attributes.set(REMAINING_TIME, 0);
  }

  void moveToXy(long x, long y, int tenths) {
    begin(MODE_XY, MODE_XY, tenths);
    ramp(first, X, clamp(x, 0, MAX_COORDINATE), tenths);
    ramp(second, Y, clamp(y, 0, MAX_COORDINATE), tenths);
  }

  void moveToTemperature(long mireds, int tenths) {
    begin(MODE_TEMPERATURE, MODE_TEMPERATURE, tenths);
    long min = attributes.number(MIN_TEMPERATURE, 0);
    long max = attributes.number(MAX_TEMPERATURE, MAX_COORDINATE);
    ramp(first, TEMPERATURE, clamp(mireds, min, max), tenths);
  }

  void moveToSaturation(long saturation, int tenths) {
    begin(MODE_HUE_SATURATION, hueMode(), tenths);
    ramp(second, SATURATION, clamp(saturation, 0, MAX_SATURATION), tenths);
  }

  /** The hue with 16 bits, of which old devices show the upper eight. */
  long hue() {
    return attributes.has(ENHANCED_HUE) ? get(ENHANCED_HUE) : get(HUE) << 8;
  }

  /** Turns the hue by an angle that may be more than a circle, in either direction. */
  void turnHue(long by, int tenths) {
    begin(MODE_HUE_SATURATION, hueMode(), tenths);
    long from = hue();
    first.start(
        tenths,
        part -> {
          long hue = Math.floorMod(Ramp.between(from, from + by, part), CIRCLE);
          attributes.set(ENHANCED_HUE, hue);
          attributes.set(HUE, Math.min(MAX_SATURATION, hue >> 8));
          finish(part);
        });
  }

  /** Moves to a hue with 16 bits: shortest way 0, longest 1, up 2, down 3. */
  void moveToHue(long hue, int direction, int tenths) {
    long up = Math.floorMod(hue - hue(), CIRCLE);
    long down = up - CIRCLE;
    boolean upIsShort = up <= CIRCLE / 2;
    boolean goesUp =
        switch (direction) {
          case 0 -> upIsShort;
          case 1 -> !upIsShort;
          case 2 -> true;
          default -> false;
        };
    turnHue(goesUp || up == 0 ? up : down, tenths);
  }

  private int hueMode() {
    return attributes.has(ENHANCED_HUE) ? MODE_ENHANCED_HUE_SATURATION : MODE_HUE_SATURATION;
  }

  private void begin(int mode, int enhancedMode, int tenths) {
    attributes.set(COLOR_MODE, mode);
    attributes.set(ENHANCED_COLOR_MODE, enhancedMode);
    attributes.set(REMAINING_TIME, tenths);
  }

  private void ramp(Ramp ramp, int attribute, long target, int tenths) {
    long from = get(attribute);
    ramp.start(
        tenths,
        part -> {
          attributes.set(attribute, Ramp.between(from, target, part));
          finish(part);
        });
  }

  private void finish(double part) {
    if (part == 1) {
      attributes.set(REMAINING_TIME, 0);
    }
  }

  private static long clamp(long value, long min, long max) {
    return Math.max(min, Math.min(max, value));
  }
}
