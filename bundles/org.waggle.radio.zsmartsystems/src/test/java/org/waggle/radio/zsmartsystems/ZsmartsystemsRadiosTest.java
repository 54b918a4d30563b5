package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ZsmartsystemsRadiosTest {

  @Test
  void offersItselfForEmberAdaptersButGivesWay() throws Exception {
    try (InputStream component =
        ZsmartsystemsRadios.class.getResourceAsStream(
            "/OSGI-INF/" + ZsmartsystemsRadios.class.getName() + ".xml")) {
      String xml = new String(component.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(xml)
          .containsPattern("name=\"adapter\"[^>]*>zsmartsystems-ember\\s+ember<")
          .containsPattern("name=\"service.ranking\"[^>]*value=\"-100\"")
          .contains("interface=\"org.waggle.radio.api.ZigbeeRadioProvider\"");
    }
  }
}
