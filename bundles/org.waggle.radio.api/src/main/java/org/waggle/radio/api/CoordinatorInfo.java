package org.waggle.radio.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waggle.zcl.IeeeAddress;

/**
 * What a coordinator says about itself.
 *
 * @param type the firmware family as Zigbee2MQTT names it, such as {@code EmberZNet}
 * @param meta firmware details to show to users: strings and integers by name, in the order to show
 *     them in
 */
public record CoordinatorInfo(IeeeAddress ieeeAddress, String type, Map<String, Object> meta) {

  public CoordinatorInfo {
    meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
  }
}
