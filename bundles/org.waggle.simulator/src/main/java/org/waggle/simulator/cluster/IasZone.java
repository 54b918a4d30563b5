package org.waggle.simulator.cluster;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** ssIasZone, 0x0500 (ZCL 8.2): enrols with its controller and tells it of each alarm. */
public final class IasZone implements ClusterBehaviour {

  static final int CLUSTER = 0x0500;
  public static final int ZONE_STATUS = 0x0002;

  private static final int ZONE_STATE = 0x0000;
  private static final int ZONE_TYPE = 0x0001;
  private static final int CIE_ADDRESS = 0x0010;
  private static final int ZONE_ID = 0x0011;
  private static final int STATUS_CHANGE = 0x00;
  private static final int ENROLL_REQUEST = 0x01;
  private static final long ENROL_DELAY_MILLIS = 50;
  private static final int UNASSIGNED = 0xFF;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;

  IasZone(VirtualEndpoint endpoint, ClusterAttributes attributes) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    attributes.define(ZONE_STATE, ZclType.ENUM8, 0);
    attributes.define(ZONE_TYPE, ZclType.ENUM16, 0x0015);
    attributes.define(ZONE_STATUS, ZclType.BITMAP16, 0);
    attributes.define(CIE_ADDRESS, ZclValue.ieeeAddress(IeeeAddress.NONE));
    attributes.define(ZONE_ID, ZclType.UINT8, UNASSIGNED);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    WireReader in = new WireReader(command.payload());
    return switch (command.id()) {
      case 0x00 -> enrolled(in.u8(), in.u8());
      case 0x01, 0x02 -> Reply.SUCCESS;
      default -> Reply.UNSUPPORTED;
    };
  }

  private Reply enrolled(int code, int zone) {
    boolean success = code == 0;
    attributes.set(ZONE_STATE, success);
    attributes.set(ZONE_ID, success ? zone : UNASSIGNED);
    endpoint.device().changed();
    return Reply.SUCCESS;
  }

  @Override
  public void written(AttributeKey key) {
    if (key.equals(AttributeKey.standard(CIE_ADDRESS))) {
      // The writer gets its response first.
      endpoint.scheduler().schedule(this::enrol, ENROL_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void enrol() {
    send(
        ENROLL_REQUEST,
        new WireWriter()
            .u16((int) attributes.number(ZONE_TYPE, 0))
            .u16(endpoint.device().nodeDescriptor().manufacturerCode())
            .toOctets());
  }

  /** Takes on a status and notifies the controller. */
  public void status(int status) {
    attributes.set(ZONE_STATUS, status);
    int noExtension = 0;
    int noDelay = 0;
    send(
        STATUS_CHANGE,
        new WireWriter()
            .u16(status)
            .u8(noExtension)
            .u8((int) attributes.number(ZONE_ID, UNASSIGNED))
            .u16(noDelay)
            .toOctets());
  }

  private void send(int command, Octets payload) {
    int controllerEndpoint = 1;
    attributes
        .get(AttributeKey.standard(CIE_ADDRESS))
        .flatMap(ZclValue::address)
        .flatMap(endpoint.device().air()::station)
        .map(Station::networkAddress)
        .ifPresent(
            address ->
                endpoint
                    .device()
                    .antenna()
                    .unicast(
                        address,
                        endpoint.route(controllerEndpoint, CLUSTER),
                        endpoint.frame(
                            OptionalInt.empty(),
                            Direction.SERVER_TO_CLIENT,
                            false,
                            new ClusterCommand(command, payload))));
  }

  @Override
  public void forget() {
    attributes.set(ZONE_STATE, 0);
    attributes.set(ZONE_ID, UNASSIGNED);
    attributes.set(AttributeKey.standard(CIE_ADDRESS), ZclValue.ieeeAddress(IeeeAddress.NONE));
  }
}
