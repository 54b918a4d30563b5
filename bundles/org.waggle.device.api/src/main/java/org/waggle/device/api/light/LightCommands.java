package org.waggle.device.api.light;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Cluster;
import org.waggle.device.api.trait.Meta;

/** The commands lights take. A sleeping light is given the last of each kind when it wakes. */
final class LightCommands {

  static final Cluster LEVEL = Cluster.of("genLevelCtrl");
  static final Cluster COLOR = Cluster.of("lightingColorCtrl");

  static final Attribute CURRENT_LEVEL = LEVEL.attribute("currentLevel");
  static final Attribute ON_LEVEL = LEVEL.attribute("onLevel");
  static final Attribute COLOR_MODE = COLOR.attribute("colorMode");
  static final Attribute COLOR_TEMPERATURE = COLOR.attribute("colorTemperature");
  static final Attribute CURRENT_HUE = COLOR.attribute("currentHue");
  static final Attribute CURRENT_SATURATION = COLOR.attribute("currentSaturation");

  private static final String NO_OPTIONS = "omitOptionalLevelAndColorParams";

  private LightCommands() {}

  static CompletionStage<Void> level(Target target, String command, Map<String, Object> values) {
    return send(LEVEL, "state", target, command, values);
  }

  static CompletionStage<Void> color(Target target, String command, Map<String, Object> values) {
    return send(COLOR, "color", target, command, values);
  }

  private static CompletionStage<Void> send(
      Cluster cluster, String holdKey, Target target, String command, Map<String, Object> values) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    if (!Meta.all(target, NO_OPTIONS)) {
      all.put("optionsMask", 0);
      all.put("optionsOverride", 0);
    }
    return cluster
        .command(target, command, all, RequestOptions.DEFAULT.withHoldKey(holdKey))
        .thenAccept(answer -> {});
  }

  /**
   * Reads attributes a little later, when the light has come to rest: what became of it cannot be
   * told from what was sent. Of a group, the first member is read.
   */
  static void readLater(Target target, String key, Duration delay, Attribute... attributes) {
    Meta.readable(target)
        .ifPresent(
            endpoint ->
                endpoint
                    .device()
                    .schedule(
                        "read " + key + " " + endpoint.id(),
                        delay,
                        () -> read(endpoint, attributes)));
  }

  private static void read(DeviceEndpoint endpoint, Attribute... attributes) {
    List<Integer> ids = Arrays.stream(attributes).map(Attribute::id).toList();
    endpoint
        .read(attributes[0].clusterId(), ids, RequestOptions.DEFAULT)
        .whenComplete((values, failure) -> {}); // a light that does not tell keeps its state
  }
}
