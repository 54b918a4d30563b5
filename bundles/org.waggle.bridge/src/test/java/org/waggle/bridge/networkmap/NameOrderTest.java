package org.waggle.bridge.networkmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NameOrderTest {

  /** The order that real Zigbee2MQTT brings them to. */
  private static final List<String> NAMES =
      List.of(
          "_x", "-x", "0x1", "1", "10", "2", "a", "A", "ä", "a b", "a_b", "a-b", "a1", "a10", "a2",
          "ab", "aB", "Ab", "AB", "ab c", "abc", "b", "B", "coop", "é", "lamp 1", "lamp_1",
          "lamp.1", "lamp/1", "lamp1", "Lamp2", "o", "Ö", "oz", "resume", "Resume", "resumé",
          "résumé", "Résumé", "z", "Z", "б", "Б", "あ", "日");

  @Test
  void isThatOfPeople() {
    List<String> shuffled = new ArrayList<>(NAMES);
    Collections.shuffle(shuffled, new Random(7));

    shuffled.sort(new NameOrder());

    assertThat(shuffled).isEqualTo(NAMES);
  }
}
