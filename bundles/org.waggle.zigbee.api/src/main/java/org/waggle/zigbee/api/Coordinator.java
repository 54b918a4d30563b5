package org.waggle.zigbee.api;

import java.util.List;
import java.util.Map;
import org.waggle.zcl.IeeeAddress;

/**
 * A network's coordinator.
 *
 * @param type the firmware family, such as {@code EmberZNet}
 * @param meta firmware details to show to users
 * @param extendedPanId 64 bits
 * @param channel 11..26
 * @param endpoints as far as its radio tells of them, by id
 */
public record Coordinator(
    IeeeAddress ieeeAddress,
    String type,
    Map<String, Object> meta,
    int panId,
    long extendedPanId,
    int channel,
    List<ZigbeeEndpoint> endpoints) {

  public Coordinator {
    meta = Map.copyOf(meta);
    endpoints = List.copyOf(endpoints);
  }
}
