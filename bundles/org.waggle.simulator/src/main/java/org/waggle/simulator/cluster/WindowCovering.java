package org.waggle.simulator.cluster;

import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

/** closuresWindowCovering, 0x0102 (ZCL 7.4). */
final class WindowCovering implements ClusterBehaviour, SceneState {

  static final int CLUSTER = 0x0102;

  private static final int TYPE = 0x0000;
  private static final int CONFIG_STATUS = 0x0007;
  private static final int LIFT = 0x0008;
  private static final int TILT = 0x0009;
  private static final int MODE = 0x0017;
  private static final int CLOSED = 100;

  /** From open to closed. */
  private static final int FULL_TRAVEL_TENTHS = 50;

  private static final int FULL_TILT_TENTHS = 10;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final Ramp lift;
  private final Ramp tilt;

  WindowCovering(VirtualEndpoint endpoint, ClusterAttributes attributes) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    this.lift = new Ramp(endpoint.scheduler());
    this.tilt = new Ramp(endpoint.scheduler());
    int positionControlled = 0x0B;
    attributes.define(TYPE, ZclType.ENUM8, 0);
    attributes.define(CONFIG_STATUS, ZclType.BITMAP8, positionControlled);
    attributes.define(LIFT, ZclType.UINT8, 0);
    attributes.define(MODE, ZclType.BITMAP8, 0);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    WireReader in = new WireReader(command.payload());
    switch (command.id()) {
      case 0x00 -> moveLift(0);
      case 0x01 -> moveLift(CLOSED);
      case 0x02 -> {
        lift.stop();
        tilt.stop();
      }
      case 0x05 -> moveLift(in.u8());
      case 0x08 -> {
        if (!attributes.has(TILT)) {
          return Reply.UNSUPPORTED;
        }
        move(tilt, TILT, in.u8(), FULL_TILT_TENTHS);
      }
      default -> {
        return Reply.UNSUPPORTED;
      }
    }
    return Reply.SUCCESS;
  }

  private void moveLift(int percent) {
    move(lift, LIFT, percent, FULL_TRAVEL_TENTHS);
  }

  private void move(Ramp ramp, int attribute, int percent, int fullTenths) {
    long from = attributes.number(attribute, 0);
    long to = Math.min(CLOSED, percent);
    ramp.start(
        (int) (Math.abs(to - from) * fullTenths / CLOSED),
        part -> {
          attributes.set(attribute, Ramp.between(from, to, part));
          if (part == 1) {
            endpoint.device().changed();
          }
        });
  }

  @Override
  public Octets sceneFields() {
    return Octets.of((int) attributes.number(LIFT, 0), (int) attributes.number(TILT, 0));
  }

  @Override
  public void recall(WireReader fields, int tenths) {
    moveLift(fields.u8());
    move(tilt, TILT, fields.u8(), FULL_TILT_TENTHS);
  }
}
