package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspAddEndpointRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspAddEndpointResponse;

/**
 * The coordinator's endpoints, the same as Zigbee2MQTT's: devices ask for them, and some join or
 * bind only to a coordinator that has the clusters that they look for.
 */
final class Endpoints {

  static final int HOME_AUTOMATION = 1;
  static final int GREEN_POWER = 242;

  private static final int DEVICE_VERSION = 1;

  private static final int[] INPUT = {
    0x0000, // Basic
    0x0003, // Identify
    0x0006, // On/Off
    0x0008, // Level Control
    0x000A, // Time
    0x0019, // OTA Upgrade
    0x0300 // Color Control
  };

  private static final int[] OUTPUT = {
    0x0000, // Basic
    0x0003, // Identify
    0x0004, // Groups
    0x0005, // Scenes
    0x0006, // On/Off
    0x0008, // Level Control
    0x0020, // Poll Control
    0x0300, // Color Control
    0x0400, // Illuminance Measurement
    0x0402, // Temperature Measurement
    0x0405, // Relative Humidity
    0x0406, // Occupancy Sensing
    0x0500, // IAS Zone
    0x0702, // Metering
    0x0B01, // Meter Identification
    0x0B03, // Appliance Statistics
    0x0B04, // Electrical Measurement
    0x1000 // Touchlink Commissioning
  };

  private static final int[] GREEN_POWER_CLUSTER = {0x0021};

  private Endpoints() {}

  /** Adds them; only possible while the coordinator is on no network. */
  static void add(Ezsp ezsp) {
    add(ezsp, HOME_AUTOMATION, 0x0104, 0x0065, INPUT, OUTPUT);
    add(ezsp, GREEN_POWER, 0xA1E0, 0x0066, GREEN_POWER_CLUSTER, GREEN_POWER_CLUSTER);
  }

  private static void add(
      Ezsp ezsp, int endpoint, int profileId, int deviceId, int[] input, int[] output) {
    EzspAddEndpointRequest request = new EzspAddEndpointRequest();
    request.setEndpoint(endpoint);
    request.setProfileId(profileId);
    request.setDeviceId(deviceId);
    request.setAppFlags(DEVICE_VERSION);
    request.setInputClusterList(input);
    request.setOutputClusterList(output);
    Ezsp.require(
        ezsp.call(request, EzspAddEndpointResponse.class).getStatus(),
        "Adding endpoint " + endpoint);
  }
}
