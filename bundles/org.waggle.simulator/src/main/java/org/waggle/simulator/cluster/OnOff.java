package org.waggle.simulator.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

/** genOnOff, 0x0006 (ZCL 3.8). */
final class OnOff implements ClusterBehaviour, SceneState {

  static final int CLUSTER = 0x0006;
  static final int ON_OFF = 0x0000;

  private static final int GLOBAL_SCENE_CONTROL = 0x4000;
  private static final int ON_TIME = 0x4001;
  private static final int OFF_WAIT_TIME = 0x4002;
  private static final int ONLY_WHEN_ON = 0x01;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final List<Consumer<Boolean>> listeners = new ArrayList<>();
  private @Nullable Future<?> timedOff;

  OnOff(VirtualEndpoint endpoint, ClusterAttributes attributes) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    attributes.define(ON_OFF, ZclType.BOOLEAN, 0);
  }

  /** {@code listener} hears of each switching. */
  void onSwitched(Consumer<Boolean> listener) {
    listeners.add(listener);
  }

  boolean isOn() {
    return attributes.truth(ON_OFF);
  }

  void turn(boolean on) {
    boolean before = isOn();
    attributes.set(ON_OFF, on);
    if (on) {
      attributes.set(GLOBAL_SCENE_CONTROL, true);
    } else {
      attributes.set(ON_TIME, 0);
    }
    if (on != before) {
      listeners.forEach(listener -> listener.accept(on));
      endpoint.device().changed();
    }
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    boolean hasGlobalScene = attributes.has(GLOBAL_SCENE_CONTROL);
    return switch (command.id()) {
      case 0x00 -> turned(false);
      case 0x01 -> turned(true);
      case 0x02 -> turned(!isOn());
      case 0x40 -> hasGlobalScene ? offWithEffect() : Reply.UNSUPPORTED;
      case 0x41 -> hasGlobalScene ? turned(true) : Reply.UNSUPPORTED;
      case 0x42 -> attributes.has(ON_TIME) ? onWithTimedOff(command) : Reply.UNSUPPORTED;
      default -> Reply.UNSUPPORTED;
    };
  }

  private Reply turned(boolean on) {
    if (timedOff != null) {
      timedOff.cancel(false);
      timedOff = null;
    }
    turn(on);
    return Reply.SUCCESS;
  }

  private Reply offWithEffect() {
    attributes.set(GLOBAL_SCENE_CONTROL, false);
    return turned(false);
  }

  private Reply onWithTimedOff(ClusterCommand command) {
    WireReader in = new WireReader(command.payload());
    boolean onlyWhenOn = (in.u8() & ONLY_WHEN_ON) != 0;
    int tenths = in.u16();
    int wait = in.u16();
    if (onlyWhenOn && !isOn()) {
      return Reply.SUCCESS;
    }
    turned(true);
    attributes.set(ON_TIME, tenths);
    attributes.set(OFF_WAIT_TIME, wait);
    timedOff =
        endpoint.scheduler().schedule(() -> turn(false), 100L * tenths, TimeUnit.MILLISECONDS);
    return Reply.SUCCESS;
  }

  @Override
  public Octets sceneFields() {
    return Octets.of(isOn() ? 1 : 0);
  }

  @Override
  public void recall(WireReader fields, int tenths) {
    turned(fields.u8() != 0);
  }
}
