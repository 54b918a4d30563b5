package org.waggle.device.aqara;

import static org.waggle.device.api.sheet.DeviceSheet.device;
import static org.waggle.device.aqara.ClimateSensor.humidity;
import static org.waggle.device.aqara.ClimateSensor.pressure;
import static org.waggle.device.aqara.ClimateSensor.temperature;
import static org.waggle.device.aqara.CoinCell.battery;
import static org.waggle.device.aqara.CoinCell.health;
import static org.waggle.device.aqara.CoinCell.voltage;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.device.api.DeviceDefinition;

/** Devices by Aqara. */
@Component
public final class AqaraDevices implements DeviceCatalog {

  private static final DeviceDefinition WSDCGQ11LM =
      device("Aqara", "WSDCGQ11LM")
          .describedAs("Temperature and humidity sensor")
          .matching("lumi.weather")
          .exposing(
              battery(2850, 3000), temperature(), humidity(), pressure(), voltage(), health());

  @Override
  public List<DeviceDefinition> definitions() {
    return List.of(WSDCGQ11LM);
  }
}
