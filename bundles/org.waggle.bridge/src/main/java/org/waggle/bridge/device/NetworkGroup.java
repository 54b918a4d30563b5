package org.waggle.bridge.device;

import java.util.List;
import java.util.Map;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.zigbee.api.ZclRequest;

/** A group, for the definition of a member that serves a request to it. */
final class NetworkGroup extends ZclTarget implements DeviceGroup {

  private final int id;
  private final List<DeviceEndpoint> members;

  NetworkGroup(int id, List<DeviceEndpoint> members, DeviceContext context, Runner runner) {
    super(new ZclRequest.Target.Group(id), context, runner);
    this.id = id;
    this.members = List.copyOf(members);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public List<DeviceEndpoint> members() {
    return members;
  }

  @Override
  public Map<String, Object> notes() {
    return context.notes().ofGroup(id);
  }
}
