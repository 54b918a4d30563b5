package org.waggle.device.api.access;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A group: what is sent to it goes to all of its members at once, and none of them answers. */
@ProviderType
public interface DeviceGroup extends Target {

  /** 1..0xFFF7. */
  int id();

  /** The endpoints of known devices that are in the group. */
  List<DeviceEndpoint> members();
}
