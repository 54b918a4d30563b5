package org.waggle.device.api.testing;

import java.util.List;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;

/** A group that records what is sent to it. */
public final class FakeGroup extends FakeTarget implements DeviceGroup {

  private final int id;
  private final List<DeviceEndpoint> members;

  public FakeGroup(int id, List<DeviceEndpoint> members, List<String> log) {
    super("g" + id, log);
    this.id = id;
    this.members = members;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public List<DeviceEndpoint> members() {
    return members;
  }
}
