package org.waggle.device.api.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExposeTest {

  private final Expose color =
      Expose.composite("color_xy", "color", Access.ALL)
          .withFeature(Expose.numeric("x", Access.ALL));

  @Test
  void labelsByTheName() {
    Expose expose = Expose.numeric("soil_moisture", Access.STATE);

    assertThat(expose.label()).contains("Soil moisture");
    assertThat(expose.toMap())
        .isEqualTo(
            Map.of(
                "type", "numeric",
                "name", "soil_moisture",
                "label", "Soil moisture",
                "property", "soil_moisture",
                "access", 1));
  }

  @Test
  void endsPropertiesWithTheEndpointButNotThoseBelowComposites() {
    Expose light = Expose.light().withFeature(color).withEndpoint("l1");

    Expose feature = light.features().get(0);

    assertThat(light.endpoint()).contains("l1");
    assertThat(feature.property()).contains("color_l1");
    assertThat(feature.features().get(0).property()).contains("x");
  }

  @Test
  void makesFeaturesForTheEndpointItBelongsTo() {
    Expose light = Expose.light().withEndpoint("l1").withFeature(color);

    Expose feature = light.features().get(0);

    assertThat(feature.property()).contains("color_l1");
    assertThat(feature.features().get(0).property()).contains("x_l1");
  }

  @Test
  void hasNoPropertyInListItems() {
    Expose list = Expose.list("times", Access.SET, Expose.numeric("time", Access.SET));

    assertThat(list.itemType().orElseThrow().property()).isEmpty();
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    Map<String, Object> content =
        Map.of("type", "text", "name", "x", "homeassistant", Map.of("name", "y"));

    assertThat(Expose.ofMap(content).toMap()).isEqualTo(content);
  }

  @Test
  void cannotBeChangedFromOutside() {
    Map<String, Object> content = new HashMap<>(Map.of("type", "enum"));
    content.put("values", new ArrayList<>(List.of("a")));
    Expose expose = Expose.ofMap(content);

    content.put("type", "text");

    assertThat(expose.type()).isEqualTo("enum");
    assertThatThrownBy(() -> expose.toMap().put("x", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesWhatHasNoType() {
    assertThatThrownBy(() -> Expose.ofMap(Map.of("name", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
