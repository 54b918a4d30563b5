package org.waggle.radio.api;

import java.util.Map;
import org.waggle.zcl.IeeeAddress;

/**
 * What a coordinator says about itself.
 *
 * @param type the firmware family as Zigbee2MQTT names it, such as {@code EmberZNet}
 * @param meta firmware details to show to users: strings and integers by name
 */
public record CoordinatorInfo(IeeeAddress ieeeAddress, String type, Map<String, Object> meta) {

  public CoordinatorInfo {
    meta = Map.copyOf(meta);
  }
}
