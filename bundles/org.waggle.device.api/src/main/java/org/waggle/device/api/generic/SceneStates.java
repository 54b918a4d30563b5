package org.waggle.device.api.generic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.access.Scene;
import org.waggle.device.api.light.SceneColors;
import org.waggle.device.api.trait.Meta;
import org.waggle.zcl.IeeeAddress;

/** What scenes hold, and what the state is after one was recalled. */
final class SceneStates {

  private static final Logger LOG = LoggerFactory.getLogger(SceneStates.class);
  private static final int ON_OFF = 0x0006;
  private static final int LEVEL_CONTROL = 0x0008;
  private static final int WINDOW_COVERING = 0x0102;

  /** What is sent for a scene, and what is noted. */
  record Content(List<Map<String, Object>> fieldSets, Map<String, @Nullable Object> state) {}

  private SceneStates() {}

  /** The content of a scene that a user describes. */
  static Content content(SetRequest request, Map<?, ?> wish) {
    List<Map<String, Object>> sets = new ArrayList<>();
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : wish.entrySet()) {
      Object value = entry.getValue();
      if (value == null) {
        continue;
      }
      switch (String.valueOf(entry.getKey())) {
        case "state" -> {
          String name = value.toString().toUpperCase(Locale.ROOT);
          sets.add(octet(ON_OFF, name.equals("ON") ? 1 : 0));
          state.put("state", name);
        }
        case "brightness" -> {
          sets.add(octet(LEVEL_CONTROL, Numbers.require(value, "brightness").longValue()));
          state.put("brightness", value);
        }
        case "position" -> {
          sets.add(octet(WINDOW_COVERING, position(request, value)));
          state.put("position", value);
        }
        case "color_temp" -> put(SceneColors.temperature(request.target(), value), sets, state);
        case "color" -> put(SceneColors.color(request, value), sets, state);
        default -> {}
      }
    }
    return new Content(sets, state);
  }

  private static void put(
      SceneColors.Stored stored,
      List<Map<String, Object>> sets,
      Map<String, @Nullable Object> state) {
    if (!stored.fieldSet().isEmpty()) {
      sets.add(stored.fieldSet());
    }
    state.putAll(stored.state());
  }

  private static long position(SetRequest request, Object value) {
    long position = Numbers.require(value, "position").longValue();
    boolean invert =
        Meta.all(request.target(), "coverInverted")
            != Boolean.TRUE.equals(request.options().get("invert_cover"));
    return invert ? 100 - position : position;
  }

  private static Map<String, Object> octet(int clusterId, long value) {
    return Map.of("clstId", clusterId, "len", 1, "extField", List.of(value));
  }

  /** The state after a scene was recalled, as far as it was stored through us. */
  static SetResult recalled(SetRequest request, int group, int id) {
    if (request.target() instanceof DeviceGroup members) {
      Map<IeeeAddress, Map<String, @Nullable Object>> states = new LinkedHashMap<>();
      for (DeviceEndpoint member : members.members()) {
        states.put(member.device().identity().ieeeAddress(), recalled(request, member, group, id));
      }
      LOG.info("{}: successfully recalled group scene", Names.of(members));
      return new SetResult(Map.of(), states);
    }
    if (request.target() instanceof DeviceEndpoint endpoint) {
      return SetResult.of(recalled(request, endpoint, group, id));
    }
    return SetResult.NONE;
  }

  private static Map<String, @Nullable Object> recalled(
      SetRequest request, DeviceEndpoint endpoint, int group, int id) {
    Optional<Scene> scene =
        endpoint.scenes().stream().filter(known -> known.is(group, id)).findFirst();
    if (scene.isEmpty()) {
      LOG.warn("{}: unknown scene was recalled, can't restore state", Names.of(request.target()));
      return Map.of();
    }
    return SceneColors.recalled(scene.get().state(), request);
  }
}
