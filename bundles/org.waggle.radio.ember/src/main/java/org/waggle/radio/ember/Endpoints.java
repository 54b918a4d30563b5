package org.waggle.radio.ember;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.AddEndpoint;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.GetExtendedValue;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.EzspValueId;

/**
 * The coordinator's endpoints, the same as Zigbee2MQTT's: devices ask for them, and some join or
 * bind only to a coordinator that has the clusters that they look for.
 */
final class Endpoints {

  static final int HOME_AUTOMATION = 1;
  static final int GREEN_POWER = 242;

  private static final int DEVICE_VERSION = 1;

  private static final AddEndpoint HOME =
      new AddEndpoint(
          HOME_AUTOMATION,
          0x0104,
          0x0065,
          DEVICE_VERSION,
          List.of(
              0x0000, // Basic
              0x0003, // Identify
              0x0006, // On/Off
              0x0008, // Level Control
              0x000A, // Time
              0x0019, // OTA Upgrade
              0x0300), // Color Control
          List.of(
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
              0x1000)); // Touchlink Commissioning

  private static final AddEndpoint GREEN =
      new AddEndpoint(
          GREEN_POWER, 0xA1E0, 0x0066, DEVICE_VERSION, List.of(0x0021), List.of(0x0021));

  private final Ncp ncp;

  Endpoints(Ncp ncp) {
    this.ncp = ncp;
  }

  /** Adds them; only possible while the coordinator is on no network. */
  CompletableFuture<Void> add() {
    return Stages.all(List.of(add(HOME), add(GREEN)));
  }

  private CompletableFuture<Void> add(AddEndpoint endpoint) {
    return ncp.call(endpoint)
        .thenCompose(
            status ->
                status.isOk()
                    ? CompletableFuture.completedFuture(null)
                    : requirePresent(endpoint.endpoint(), status));
  }

  /** Some coordinators keep their endpoints over a reset, and refuse them then. */
  private CompletableFuture<Void> requirePresent(int endpoint, EzspStatus refusal) {
    return ncp.call(new GetExtendedValue(EzspValueId.Extended.ENDPOINT_FLAGS, endpoint))
        .thenAccept(
            flags -> {
              if (!flags.status().isOk()) {
                Ncp.require(refusal, "Adding endpoint " + endpoint);
              }
            });
  }
}
