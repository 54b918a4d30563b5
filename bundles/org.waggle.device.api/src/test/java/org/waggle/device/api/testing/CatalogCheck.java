package org.waggle.device.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;

/** What every definition has to keep, whoever wrote it. */
public final class CatalogCheck {

  private CatalogCheck() {}

  /** Checks all that a catalog lists. */
  public static void check(DeviceCatalog catalog, DeviceIdentity device) {
    Set<String> models = new HashSet<>();
    for (DeviceDefinition definition : catalog.definitions()) {
      assertThat(models.add(definition.vendor() + " " + definition.model()))
          .as("%s is listed once", definition.model())
          .isTrue();
      check(definition, device);
    }
  }

  /** Checks one definition. */
  public static void check(DeviceDefinition definition, DeviceIdentity device) {
    String name = definition.vendor() + " " + definition.model();
    assertThat(definition.description()).as("description of %s", name).isNotBlank();
    assertThat(definition.version()).as("version of %s", name).matches("0\\.0\\.\\d+");
    List<String> options = new ArrayList<>();
    definition.options().forEach(option -> options.add(option.name().orElse("")));
    assertThat(options).as("options of %s", name).doesNotHaveDuplicates().doesNotContain("");
    Map<String, Integer> endpoints = definition.endpointNames(device);
    for (Expose expose : definition.exposes(device, Map.of())) {
      if (expose.property().isPresent()) {
        check(name, definition, expose, endpoints);
      } else {
        assertThat(expose.features()).as("features of %s", expose).isNotEmpty();
        expose.features().forEach(feature -> check(name, definition, feature, endpoints));
      }
    }
  }

  /** What clients are told they may set or ask for has to be served. */
  private static void check(
      String name, DeviceDefinition definition, Expose expose, Map<String, Integer> endpoints) {
    assertThat(expose.label()).as("label of %s", expose).isPresent();
    String property = expose.property().orElseThrow();
    Optional<String> endpoint = expose.endpoint().filter(endpoints::containsKey);
    String key =
        endpoint
            .map(e -> property.substring(0, property.length() - e.length() - 1))
            .orElse(property);
    Optional<Encoder> encoder = definition.encoder(key, endpoint);
    if ((expose.access() & Access.SET) != 0) {
      assertThat(encoder.filter(Encoder::canSet)).as("%s sets %s", name, property).isPresent();
    }
    if ((expose.access() & Access.GET) != 0) {
      assertThat(encoder.filter(Encoder::canGet)).as("%s gets %s", name, property).isPresent();
    }
  }
}
