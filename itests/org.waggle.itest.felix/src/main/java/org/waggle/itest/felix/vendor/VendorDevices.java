package org.waggle.itest.felix.vendor;

import static org.waggle.device.api.onoff.OnOff.onOff;
import static org.waggle.device.api.sheet.DeviceSheet.device;

import java.util.List;
import org.osgi.framework.FrameworkUtil;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.device.api.DeviceDefinition;

/** Knows the plug of the demo house; each version of its bundle calls it by another model. */
public final class VendorDevices implements DeviceCatalog {

  private final DeviceDefinition plug =
      device("Vendor", "PLUG-" + FrameworkUtil.getBundle(VendorDevices.class).getVersion())
          .describedAs("A plug that its vendor knows")
          .matching("WG-PLUG1")
          .exposing(onOff());

  @Override
  public List<DeviceDefinition> definitions() {
    return List.of(plug);
  }
}
