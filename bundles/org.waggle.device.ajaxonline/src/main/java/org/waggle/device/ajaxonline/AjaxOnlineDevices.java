package org.waggle.device.ajaxonline;

import static org.waggle.device.api.light.Light.light;
import static org.waggle.device.api.sheet.DeviceSheet.device;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.light.Light.ColorMode;

/** Devices by Ajax Online. */
@Component
public final class AjaxOnlineDevices implements DeviceCatalog {

  private static final DeviceDefinition ZB_A60_RGBCW =
      device("Ajax Online", "ZB_A60_RGBCW")
          .describedAs("Smart Zigbee pro 12W A60 RGBCW bulb")
          .matching("ZB_A60_RGBCW")
          .exposing(light().withTemperatures(153, 500).withColor(ColorMode.XY));

  @Override
  public List<DeviceDefinition> definitions() {
    return List.of(ZB_A60_RGBCW);
  }
}
