package org.waggle.simulator.cluster;

import java.util.HashMap;
import java.util.Map;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

/** hvacThermostat, 0x0201 (ZCL 6.3): heats when it is too cold. */
final class Thermostat implements ClusterBehaviour {

  static final int CLUSTER = 0x0201;

  private static final int LOCAL_TEMPERATURE = 0x0000;
  private static final int COOLING_SETPOINT = 0x0011;
  private static final int HEATING_SETPOINT = 0x0012;
  private static final int CONTROL_SEQUENCE = 0x001B;
  private static final int SYSTEM_MODE = 0x001C;
  private static final int RUNNING_STATE = 0x0029;
  private static final int MODE_HEAT = 4;
  private static final int HEATING = 0x0001;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final Map<Integer, Octets> schedules = new HashMap<>();

  Thermostat(VirtualEndpoint endpoint, ClusterAttributes attributes) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    attributes.define(LOCAL_TEMPERATURE, ZclType.INT16, 2000);
    attributes.define(HEATING_SETPOINT, ZclType.INT16, 2000);
    attributes.define(CONTROL_SEQUENCE, ZclType.ENUM8, 2);
    attributes.define(SYSTEM_MODE, ZclType.ENUM8, MODE_HEAT);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    WireReader in = new WireReader(command.payload());
    return switch (command.id()) {
      case 0x00 -> raise(in.u8(), in.s8());
      case 0x01 -> setSchedule(command.payload());
      case 0x02 -> schedule(in.u8(), in.u8());
      case 0x03 -> {
        schedules.clear();
        yield Reply.SUCCESS;
      }
      default -> Reply.UNSUPPORTED;
    };
  }

  @Override
  public void written(AttributeKey key) {
    control();
  }

  /** Setpoints in steps of 0.1 degrees: 0 heating, 1 cooling, 2 both. */
  private Reply raise(int mode, int tenths) {
    if (mode != 1) {
      attributes.set(HEATING_SETPOINT, attributes.number(HEATING_SETPOINT, 0) + 10L * tenths);
    }
    if (mode != 0) {
      attributes.set(COOLING_SETPOINT, attributes.number(COOLING_SETPOINT, 0) + 10L * tenths);
    }
    control();
    endpoint.device().changed();
    return Reply.SUCCESS;
  }

  private void control() {
    boolean heats =
        attributes.number(SYSTEM_MODE, 0) == MODE_HEAT
            && attributes.number(LOCAL_TEMPERATURE, 0) < attributes.number(HEATING_SETPOINT, 0);
    attributes.set(RUNNING_STATE, heats ? HEATING : 0);
  }

  /** Number of transitions, days, mode, transitions: kept for each of the days. */
  private Reply setSchedule(Octets schedule) {
    if (schedule.size() < 3) {
      return Reply.MALFORMED;
    }
    for (int day = 0; day < Byte.SIZE; day++) {
      if ((schedule.at(1) & 1 << day) != 0) {
        schedules.put(day, schedule);
      }
    }
    return Reply.SUCCESS;
  }

  private Reply schedule(int days, int mode) {
    int day = Integer.numberOfTrailingZeros(days);
    return new Reply.Command(0x00, schedules.getOrDefault(day, Octets.of(0, days, mode)));
  }
}
