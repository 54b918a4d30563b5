package org.waggle.simulator.cluster;

import java.util.Optional;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

/** genLevelCtrl, 0x0008 (ZCL 3.10). */
final class Level implements ClusterBehaviour, SceneState {

  static final int CLUSTER = 0x0008;
  static final int CURRENT_LEVEL = 0x0000;

  private static final int REMAINING_TIME = 0x0001;
  private static final int OPTIONS = 0x000F;
  private static final int ON_OFF_TRANSITION_TIME = 0x0010;
  private static final int ON_LEVEL = 0x0011;
  private static final int DEFAULT_MOVE_RATE = 0x0014;
  private static final int WITH_ON_OFF = 0x04;
  private static final int EXECUTE_IF_OFF = 0x01;
  private static final int UNSET = 0xFF;
  private static final int NO_TIME = 0xFFFF;
  private static final int MIN = 1;
  private static final int MAX = 254;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final Optional<OnOff> onOff;
  private final Ramp ramp;

  Level(VirtualEndpoint endpoint, ClusterAttributes attributes, Optional<OnOff> onOff) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    this.onOff = onOff;
    this.ramp = new Ramp(endpoint.scheduler());
    attributes.define(CURRENT_LEVEL, ZclType.UINT8, MAX);
    onOff.ifPresent(toggle -> toggle.onSwitched(this::switched));
  }

  /** Turning it on may bring it to a level of its own. */
  private void switched(boolean on) {
    long level = attributes.number(ON_LEVEL, UNSET);
    if (on && level != UNSET) {
      ramp.stop();
      attributes.set(CURRENT_LEVEL, level);
    }
  }

  private long current() {
    return attributes.number(CURRENT_LEVEL, MAX);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    WireReader in = new WireReader(command.payload());
    boolean withOnOff = command.id() >= WITH_ON_OFF;
    switch (command.id()) {
      case 0x00, 0x04 -> {
        int level = in.u8();
        int tenths = in.u16();
        if (executes(withOnOff, in)) {
          moveTo(level, tenths, withOnOff);
        }
      }
      case 0x01, 0x05 -> {
        boolean up = in.u8() == 0;
        int rate = in.u8();
        if (executes(withOnOff, in)) {
          move(up, rate, withOnOff);
        }
      }
      case 0x02, 0x06 -> {
        int step = in.u8() == 0 ? in.u8() : -in.u8();
        int tenths = in.u16();
        if (executes(withOnOff, in)) {
          moveTo((int) current() + step, tenths, withOnOff);
        }
      }
      case 0x03, 0x07 -> {
        ramp.stop();
        attributes.set(REMAINING_TIME, 0);
      }
      default -> {
        return Reply.UNSUPPORTED;
      }
    }
    return Reply.SUCCESS;
  }

  /** Without on/off, a lamp that is off stays as it is unless an option says otherwise. */
  private boolean executes(boolean withOnOff, WireReader in) {
    int mask = in.u8();
    long options = attributes.number(OPTIONS, 0) & ~mask | in.u8() & mask;
    return withOnOff || onOff.map(OnOff::isOn).orElse(true) || (options & EXECUTE_IF_OFF) != 0;
  }

  private void move(boolean up, int rate, boolean withOnOff) {
    long perSecond = rate == UNSET ? attributes.number(DEFAULT_MOVE_RATE, 50) : rate;
    long target = up ? MAX : MIN;
    if (perSecond > 0) {
      long tenths = Math.abs(target - current()) * 10 / perSecond;
      moveTo((int) target, (int) tenths, withOnOff);
    }
  }

  private void moveTo(int wanted, int transition, boolean withOnOff) {
    int target = Math.max(withOnOff ? 0 : MIN, Math.min(MAX, wanted));
    int tenths =
        transition == NO_TIME ? (int) attributes.number(ON_OFF_TRANSITION_TIME, 0) : transition;
    if (withOnOff && target > 0) {
      onOff.ifPresent(
          toggle -> {
            if (!toggle.isOn()) {
              attributes.set(CURRENT_LEVEL, MIN);
              toggle.turn(true);
            }
          });
    }
    long from = current();
    attributes.set(REMAINING_TIME, tenths);
    ramp.start(
        tenths,
        part -> {
          attributes.set(CURRENT_LEVEL, Math.max(MIN, Ramp.between(from, target, part)));
          if (part == 1) {
            arrived(from, target, withOnOff);
          }
        });
  }

  /** What was dimmed until it was off has its former level again when it is turned on. */
  private void arrived(long from, int target, boolean withOnOff) {
    attributes.set(REMAINING_TIME, 0);
    if (withOnOff && target == 0) {
      onOff.ifPresent(toggle -> toggle.turn(false));
      attributes.set(CURRENT_LEVEL, from);
    }
    endpoint.device().changed();
  }

  @Override
  public Octets sceneFields() {
    return Octets.of((int) current());
  }

  @Override
  public void recall(WireReader fields, int tenths) {
    moveTo(Math.max(MIN, fields.u8()), tenths, false);
  }
}
