package org.waggle.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The orders are those that Zigbee2MQTT 2.14.1 makes on Node.js 20. */
final class KeyOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state,brightness            | brightness,state",
        "state,color                 | state,color",
        "color,state                 | state,color",
        "a,b,c                       | a,b,c",
        "state,brightness,color      | brightness,state,color",
        "color,brightness,state      | state,brightness,color",
        "a,b,state,c                 | state,a,b,c",
        "a,b,c,d,state,brightness    | brightness,state,a,b,c,d",
        "a,brightness_percent,b      | brightness_percent,a,b",
      })
  void putsWhatSwitchesOnFirst(String message, String order) {
    assertThat(KeyOrder.of(message(message, "ON"))).containsExactly(order.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state,brightness            | state,brightness",
        "state,color                 | color,state",
        "color,state                 | color,state",
        "state,a,b,c                 | c,b,a,state",
        "color,brightness,state      | color,brightness,state",
        "a,state,b,brightness,c      | c,b,a,state,brightness",
      })
  void putsWhatSwitchesOffLast(String message, String order) {
    assertThat(KeyOrder.of(message(message, "oFf"))).containsExactly(order.split(","));
  }

  private static Map<String, Object> message(String keys, String state) {
    Map<String, Object> message = new LinkedHashMap<>();
    for (String key : keys.split(",")) {
      message.put(key, key.equals("state") ? state : 1);
    }
    return message;
  }
}
