package org.waggle.bridge.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FriendlyNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"bulb", "kitchen/bulb", "a1", "0x00158d0000000001", "küche 1", "a/1b"})
  void allowsNames(String name) {
    assertThat(FriendlyNames.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', friendly_name must be at least 1 char long",
    "/a, friendly_name is not allowed to end or start with /",
    "a/, friendly_name is not allowed to end or start with /",
    "a/1, Friendly name cannot end with a \"/DIGIT\" ('a/1')",
    "a/b/23, Friendly name cannot end with a \"/DIGIT\" ('a/b/23')",
    "a+b, MQTT wildcard (+ and #) not allowed in friendly_name ('a+b')",
    "a#, MQTT wildcard (+ and #) not allowed in friendly_name ('a#')",
  })
  void refusesNames(String name, String fault) {
    assertThat(FriendlyNames.fault(name)).contains(fault);
  }

  @Test
  void refusesControlCharacters() {
    for (String control : new String[] {"\u0000", "\n", "\u007f", "\u009f", "\ufdd0", "\uffff"}) {
      assertThat(FriendlyNames.fault("a" + control))
          .contains("friendly_name is not allowed to contain control char");
    }
  }
}
