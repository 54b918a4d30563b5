package org.waggle.simulator.cluster;

import com.google.gson.JsonObject;
import java.util.TreeMap;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

/** closuresDoorLock, 0x0101 (ZCL 7.3): locking and PIN codes. */
final class DoorLock implements ClusterBehaviour {

  static final int CLUSTER = 0x0101;

  private static final int LOCK_STATE = 0x0000;
  private static final int LOCK_TYPE = 0x0001;
  private static final int ACTUATOR_ENABLED = 0x0002;
  private static final int PIN_USERS = 0x0012;
  private static final int LOCKED = 1;
  private static final int UNLOCKED = 2;
  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;
  private static final int AVAILABLE = 0;
  private static final String KEY = "pins";

  private record Pin(int status, int type, Octets code) {
    static final Pin NONE = new Pin(AVAILABLE, 0xFF, Octets.EMPTY);
  }

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final TreeMap<Integer, Pin> pins = new TreeMap<>();

  DoorLock(VirtualEndpoint endpoint, ClusterAttributes attributes) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    attributes.define(LOCK_STATE, ZclType.ENUM8, LOCKED);
    attributes.define(LOCK_TYPE, ZclType.ENUM8, 0);
    attributes.define(ACTUATOR_ENABLED, ZclType.BOOLEAN, 1);
    attributes.define(PIN_USERS, ZclType.UINT16, 10);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    WireReader in = new WireReader(command.payload());
    return switch (command.id()) {
      case 0x00 -> turn(command.id(), LOCKED);
      case 0x01, 0x03 -> turn(command.id(), UNLOCKED);
      case 0x02 ->
          turn(command.id(), attributes.number(LOCK_STATE, LOCKED) == LOCKED ? UNLOCKED : LOCKED);
      case 0x05 -> setPin(in.u16(), new Pin(in.u8(), in.u8(), in.octets(in.u8())));
      case 0x06 -> pin(in.u16());
      case 0x07 -> clear(0x07, in.u16());
      case 0x08 -> {
        pins.clear();
        yield status(0x08, SUCCESS);
      }
      case 0x0A -> {
        int user = in.u16();
        Pin pin = pins.getOrDefault(user, Pin.NONE);
        yield new Reply.Command(0x0A, new WireWriter().u16(user).u8(pin.status).toOctets());
      }
      default -> Reply.UNSUPPORTED;
    };
  }

  private Reply turn(int command, int state) {
    attributes.set(LOCK_STATE, state);
    endpoint.device().changed();
    return status(command, SUCCESS);
  }

  private Reply setPin(int user, Pin pin) {
    boolean valid = user < attributes.number(PIN_USERS, 0) && !pin.code.isEmpty();
    if (valid) {
      pins.put(user, pin);
      endpoint.device().changed();
    }
    return status(0x05, valid ? SUCCESS : FAILURE);
  }

  private Reply pin(int user) {
    Pin pin = pins.getOrDefault(user, Pin.NONE);
    return new Reply.Command(
        0x06, new WireWriter().u16(user).u8(pin.status).u8(pin.type).counted(pin.code).toOctets());
  }

  private Reply clear(int command, int user) {
    pins.remove(user);
    endpoint.device().changed();
    return status(command, SUCCESS);
  }

  private static Reply status(int command, int status) {
    return new Reply.Command(command, Octets.of(status));
  }

  @Override
  public void save(JsonObject memory) {
    JsonObject saved = new JsonObject();
    pins.forEach(
        (user, pin) ->
            saved.addProperty(
                Integer.toString(user),
                new WireWriter()
                    .u8(pin.status)
                    .u8(pin.type)
                    .octets(pin.code)
                    .toOctets()
                    .toString()));
    memory.add(KEY, saved);
  }

  @Override
  public void load(JsonObject memory) {
    if (memory.get(KEY) instanceof JsonObject saved) {
      saved
          .entrySet()
          .forEach(
              entry -> {
                WireReader in = new WireReader(Octets.ofHex(entry.getValue().getAsString()));
                Pin pin = new Pin(in.u8(), in.u8(), in.octets(in.remaining()));
                pins.put(Integer.parseInt(entry.getKey()), pin);
              });
    }
  }
}
