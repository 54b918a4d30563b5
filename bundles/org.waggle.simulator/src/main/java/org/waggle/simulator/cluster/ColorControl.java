package org.waggle.simulator.cluster;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;

/** lightingColorCtrl, 0x0300 (ZCL 5.2). */
final class ColorControl implements ClusterBehaviour, SceneState {

  static final int CLUSTER = 0x0300;

  private static final int OPTIONS = 0x000F;
  private static final int EXECUTE_IF_OFF = 0x01;
  private static final int LOOP_ACTIVE = 0x4002;
  private static final int LOOP_DIRECTION = 0x4003;
  private static final int LOOP_TIME = 0x4004;
  private static final int LOOP_START_HUE = 0x4005;
  private static final int LOOP_STORED_HUE = 0x4006;
  private static final int MODE_STOP = 0;
  private static final int MODE_UP = 1;
  private static final int CIRCLE = 0x10000;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final Optional<OnOff> onOff;
  private final Colour colour;
  private @Nullable Future<?> loop;

  ColorControl(VirtualEndpoint endpoint, ClusterAttributes attributes, Optional<OnOff> onOff) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    this.onOff = onOff;
    this.colour = new Colour(endpoint.scheduler(), attributes);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    Runnable action = action(command.id(), new WireReader(command.payload()));
    if (action == null) {
      return Reply.UNSUPPORTED;
    }
    action.run();
    endpoint.device().changed();
    return Reply.SUCCESS;
  }

  /** What a command asks for: its fields are read in the order of the evaluation. */
  private @Nullable Runnable action(int command, WireReader in) {
    return switch (command) {
      case 0x00 -> moveToHue(in.u8() << 8, in.u8(), in.u16(), in);
      case 0x01 -> moveHue(in.u8(), in.u8() << 8, in);
      case 0x02 -> stepHue(in.u8(), in.u8() << 8, in.u8(), in);
      case 0x03 -> moveToSaturation(in.u8(), in.u16(), in);
      case 0x04 -> moveSaturation(in.u8(), in.u8(), in);
      case 0x05 -> stepSaturation(in.u8(), in.u8(), in.u8(), in);
      case 0x06 -> moveToHueAndSaturation(in.u8() << 8, in.u8(), in.u16(), in);
      case 0x07 -> moveToXy(in.u16(), in.u16(), in.u16(), in);
      case 0x08 -> moveXy((short) in.u16(), (short) in.u16(), in);
      case 0x09 -> stepXy((short) in.u16(), (short) in.u16(), in.u16(), in);
      case 0x0A -> moveToTemperature(in.u16(), in.u16(), in);
      case 0x40 -> moveToHue(in.u16(), in.u8(), in.u16(), in);
      case 0x41 -> moveHue(in.u8(), in.u16(), in);
      case 0x42 -> stepHue(in.u8(), in.u16(), in.u16(), in);
      case 0x43 -> moveToHueAndSaturation(in.u16(), in.u8(), in.u16(), in);
      case 0x44 -> setLoop(in.u8(), in.u8(), in.u8(), in.u16(), in.u16(), in);
      case 0x47 -> colour::stop;
      case 0x4B -> moveTemperature(in.u8(), in.u16(), in.u16(), in.u16(), in);
      case 0x4C -> stepTemperature(in.u8(), in.u16(), in.u16(), in.u16(), in.u16(), in);
      default -> null;
    };
  }

  /** A lamp that is off keeps its colour unless an option says otherwise. */
  private Runnable unlessOff(WireReader in, Runnable action) {
    int mask = in.u8();
    long options = attributes.number(OPTIONS, 0) & ~mask | in.u8() & mask;
    boolean executes = onOff.map(OnOff::isOn).orElse(true) || (options & EXECUTE_IF_OFF) != 0;
    return executes ? action : () -> {};
  }

  private Runnable moveToHue(int hue, int direction, int tenths, WireReader in) {
    return unlessOff(in, () -> colour.moveToHue(hue, direction, tenths));
  }

  private Runnable moveHue(int mode, int perSecond, WireReader in) {
    if (mode == MODE_STOP) {
      return colour::stop;
    }
    int circles = 100;
    int tenths = perSecond == 0 ? 0 : (int) (10L * circles * CIRCLE / perSecond);
    long by = mode == MODE_UP ? (long) circles * CIRCLE : (long) -circles * CIRCLE;
    return perSecond == 0 ? () -> {} : unlessOff(in, () -> colour.turnHue(by, tenths));
  }

  private Runnable stepHue(int mode, int step, int tenths, WireReader in) {
    return unlessOff(in, () -> colour.turnHue(mode == MODE_UP ? step : -step, tenths));
  }

  private Runnable moveToSaturation(int saturation, int tenths, WireReader in) {
    return unlessOff(in, () -> colour.moveToSaturation(saturation, tenths));
  }

  private Runnable moveSaturation(int mode, int perSecond, WireReader in) {
    if (mode == MODE_STOP) {
      return colour::stop;
    }
    int target = mode == MODE_UP ? 254 : 0;
    long distance = Math.abs(target - colour.get(Colour.SATURATION));
    int tenths = perSecond == 0 ? 0 : (int) (10 * distance / perSecond);
    return unlessOff(in, () -> colour.moveToSaturation(target, tenths));
  }

  private Runnable stepSaturation(int mode, int step, int tenths, WireReader in) {
    long target = colour.get(Colour.SATURATION) + (mode == MODE_UP ? step : -step);
    return unlessOff(in, () -> colour.moveToSaturation(target, tenths));
  }

  private Runnable moveToHueAndSaturation(int hue, int saturation, int tenths, WireReader in) {
    return unlessOff(
        in,
        () -> {
          colour.moveToHue(hue, 0, tenths);
          colour.moveToSaturation(saturation, tenths);
        });
  }

  private Runnable moveToXy(int x, int y, int tenths, WireReader in) {
    return unlessOff(in, () -> colour.moveToXy(x, y, tenths));
  }

  private Runnable moveXy(int xPerSecond, int yPerSecond, WireReader in) {
    if (xPerSecond == 0 && yPerSecond == 0) {
      return colour::stop;
    }
    int seconds = 60;
    return unlessOff(
        in,
        () ->
            colour.moveToXy(
                colour.get(Colour.X) + (long) xPerSecond * seconds,
                colour.get(Colour.Y) + (long) yPerSecond * seconds,
                10 * seconds));
  }

  private Runnable stepXy(int x, int y, int tenths, WireReader in) {
    return unlessOff(
        in, () -> colour.moveToXy(colour.get(Colour.X) + x, colour.get(Colour.Y) + y, tenths));
  }

  private Runnable moveToTemperature(int mireds, int tenths, WireReader in) {
    return unlessOff(in, () -> colour.moveToTemperature(mireds, tenths));
  }

  private Runnable moveTemperature(int mode, int perSecond, int min, int max, WireReader in) {
    if (mode == MODE_STOP) {
      return colour::stop;
    }
    long target = mode == MODE_UP ? (max == 0 ? 0xFEFF : max) : min;
    long distance = Math.abs(target - colour.get(Colour.TEMPERATURE));
    int tenths = perSecond == 0 ? 0 : (int) (10 * distance / perSecond);
    return unlessOff(in, () -> colour.moveToTemperature(target, tenths));
  }

  private Runnable stepTemperature(
      int mode, int step, int tenths, int min, int max, WireReader in) {
    long wanted = colour.get(Colour.TEMPERATURE) + (mode == MODE_UP ? step : -step);
    long target = Math.max(min, max == 0 ? wanted : Math.min(max, wanted));
    return unlessOff(in, () -> colour.moveToTemperature(target, tenths));
  }

  private Runnable setLoop(
      int flags, int action, int direction, int seconds, int startHue, WireReader in) {
    return unlessOff(
        in,
        () -> {
          if ((flags & 0x02) != 0) {
            attributes.set(LOOP_DIRECTION, direction);
          }
          if ((flags & 0x04) != 0) {
            attributes.set(LOOP_TIME, seconds);
          }
          if ((flags & 0x08) != 0) {
            attributes.set(LOOP_START_HUE, startHue);
          }
          if ((flags & 0x01) != 0) {
            loop(action != 0);
          }
        });
  }

  private void loop(boolean active) {
    if (loop != null) {
      loop.cancel(false);
      loop = null;
      colour.stop();
    }
    attributes.set(LOOP_ACTIVE, active);
    if (active) {
      attributes.set(LOOP_STORED_HUE, colour.hue());
      long seconds = Math.max(1, attributes.number(LOOP_TIME, 25));
      long by = attributes.number(LOOP_DIRECTION, 1) == 1 ? CIRCLE : -CIRCLE;
      loop =
          endpoint
              .scheduler()
              .scheduleAtFixedRate(
                  () -> colour.turnHue(by, (int) seconds * 10), 0, seconds, TimeUnit.SECONDS);
    }
  }

  @Override
  public Octets sceneFields() {
    return new WireWriter()
        .u16((int) colour.get(Colour.X))
        .u16((int) colour.get(Colour.Y))
        .u16((int) colour.hue())
        .u8((int) colour.get(Colour.SATURATION))
        .u8((int) attributes.number(LOOP_ACTIVE, 0))
        .u8((int) attributes.number(LOOP_DIRECTION, 0))
        .u16((int) attributes.number(LOOP_TIME, 0))
        .u16(colour.mode() == Colour.MODE_TEMPERATURE ? (int) colour.get(Colour.TEMPERATURE) : 0)
        .toOctets();
  }

  /**
   * Of several descriptions of the colour, the first that is not zero in the order below counts.
   */
  @Override
  public void recall(WireReader fields, int tenths) {
    int x = fields.u16();
    int y = fields.u16();
    int hue = fields.u16();
    int saturation = fields.u8();
    fields.u8();
    fields.u8();
    fields.u16();
    int mireds = fields.u16();
    if (mireds != 0) {
      colour.moveToTemperature(mireds, tenths);
    } else if (x != 0 || y != 0) {
      colour.moveToXy(x, y, tenths);
    } else if (hue != 0 || saturation != 0) {
      colour.moveToHue(hue, 0, tenths);
      colour.moveToSaturation(saturation, tenths);
    }
  }
}
