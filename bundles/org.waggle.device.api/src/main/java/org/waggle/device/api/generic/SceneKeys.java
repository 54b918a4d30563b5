package org.waggle.device.api.generic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.access.Scene;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.trait.Cluster;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclStatus;

/** Scenes (ZCL 3.7): stored in devices, and noted so that recalling one tells the state. */
final class SceneKeys {

  private static final Logger LOG = LoggerFactory.getLogger(SceneKeys.class);
  private static final Cluster CLUSTER = Cluster.of("genScenes");
  private static final Set<String> REMEMBERED =
      Set.of("state", "brightness", "color", "color_temp", "color_mode");
  private static final int AS_STORED = 0xFFFF;

  private SceneKeys() {}

  static List<KeyEncoder> encoders() {
    return List.of(
        KeyEncoder.setOnly(Set.of("scene_store"), SceneKeys::store),
        KeyEncoder.setOnly(Set.of("scene_recall"), SceneKeys::recall),
        KeyEncoder.setOnly(Set.of("scene_add"), SceneKeys::add),
        KeyEncoder.setOnly(Set.of("scene_remove"), SceneKeys::remove),
        KeyEncoder.setOnly(Set.of("scene_remove_all"), SceneKeys::removeAll),
        KeyEncoder.setOnly(Set.of("scene_rename"), SceneKeys::rename));
  }

  private static CompletionStage<SetResult> store(SetRequest request) {
    int group = groupId(request);
    int id = sceneId(request);
    refuseGlobalScene(group, id);
    return command(request.target(), "store", Map.of("groupid", group, "sceneid", id))
        .thenApply(
            status -> {
              require(status, "Scene add not successful ('%s')");
              note(
                  request,
                  endpoint ->
                      endpoint.noteScene(
                          new Scene(group, id, name(request), stateOf(request, endpoint))));
              LOG.info("{}: successfully stored scene", Names.of(request.target()));
              return SetResult.NONE;
            });
  }

  private static Map<String, @Nullable Object> stateOf(
      SetRequest request, DeviceEndpoint endpoint) {
    Map<String, @Nullable Object> state =
        new LinkedHashMap<>(
            request.target() instanceof DeviceGroup ? endpoint.device().state() : request.state());
    state.keySet().retainAll(REMEMBERED);
    return state;
  }

  private static CompletionStage<SetResult> recall(SetRequest request) {
    int group = request.target() instanceof DeviceGroup g ? g.id() : 0;
    int id = Numbers.require(request.value(), "scene_recall").intValue();
    return command(
            request.target(),
            "recall",
            Map.of("groupid", group, "sceneid", id, "transitionTime", AS_STORED))
        .thenApply(ignored -> SceneStates.recalled(request, group, id));
  }

  private static CompletionStage<SetResult> add(SetRequest request) {
    Map<?, ?> wish = UserInput.object(request);
    int group = groupId(request);
    int id = sceneId(request);
    if (wish.get("color_temp") != null && wish.get("color") != null) {
      throw new DeviceException("Don't specify both 'color_temp' and 'color'");
    }
    refuseGlobalScene(group, id);
    SceneStates.Content content = SceneStates.content(request, wish);
    Object transition = wish.get("transition");
    double seconds =
        transition == null ? 0 : Numbers.require(transition, "transition").doubleValue();
    boolean whole = seconds == Math.rint(seconds);
    Map<String, Object> values =
        Map.of(
            "groupid",
            group,
            "sceneid",
            id,
            "scenename",
            "",
            "transtime",
            whole ? seconds : Math.floor(seconds * 10),
            "extensionfieldsets",
            content.fieldSets());
    // Devices merge what is added with what is there.
    return command(request.target(), "remove", Map.of("groupid", group, "sceneid", id))
        .thenCompose(
            removed -> {
              if (removed.filter(status -> !isGone(status)).isPresent()) {
                throw new DeviceException(
                    "Scene add unable to remove existing scene ('%s')"
                        .formatted(removed.get().name()));
              }
              return command(request.target(), whole ? "add" : "enhancedAdd", values);
            })
        .thenApply(
            status -> {
              require(status, "Scene add not successful ('%s')");
              note(
                  request,
                  endpoint ->
                      endpoint.noteScene(new Scene(group, id, name(request), content.state())));
              LOG.info("{}: successfully added scene", Names.of(request.target()));
              return SetResult.NONE;
            });
  }

  private static boolean isGone(ZclStatus status) {
    return status.isSuccess()
        || status.equals(ZclStatus.INVALID_FIELD)
        || status.equals(ZclStatus.NOT_FOUND);
  }

  private static CompletionStage<SetResult> remove(SetRequest request) {
    int group = request.target() instanceof DeviceGroup g ? g.id() : 0;
    int id = Numbers.require(request.value(), "scene_remove").intValue();
    return command(request.target(), "remove", Map.of("groupid", group, "sceneid", id))
        .thenApply(
            status -> {
              require(status, "Scene remove not successful ('%s')");
              note(request, endpoint -> endpoint.forgetScenes(scene -> scene.is(group, id)));
              LOG.info("{}: successfully removed scene", Names.of(request.target()));
              return SetResult.NONE;
            });
  }

  private static CompletionStage<SetResult> removeAll(SetRequest request) {
    int group = request.target() instanceof DeviceGroup g ? g.id() : 0;
    return command(request.target(), "removeAll", Map.of("groupid", group))
        .thenApply(
            status -> {
              require(status, "Scene remove all not successful ('%s')");
              note(request, endpoint -> endpoint.forgetScenes(scene -> true));
              LOG.info("{}: successfully removed all scenes", Names.of(request.target()));
              return SetResult.NONE;
            });
  }

  private static CompletionStage<SetResult> rename(SetRequest request) {
    int group = groupId(request);
    int id = sceneId(request);
    note(
        request,
        endpoint -> {
          Optional<Scene> known =
              endpoint.scenes().stream().filter(scene -> scene.is(group, id)).findFirst();
          if (known.isEmpty() && !(request.target() instanceof DeviceGroup)) {
            throw new DeviceException("No such scene in device meta data");
          }
          known.ifPresent(
              scene -> endpoint.noteScene(new Scene(group, id, name(request), scene.state())));
        });
    LOG.info("{}: successfully renamed scene", Names.of(request.target()));
    return CompletableFuture.completedFuture(SetResult.NONE);
  }

  private static void note(SetRequest request, Consumer<DeviceEndpoint> action) {
    if (request.target() instanceof DeviceGroup group) {
      group.members().forEach(action);
    } else if (request.target() instanceof DeviceEndpoint endpoint) {
      action.accept(endpoint);
    }
  }

  /** The status a device answers; none of a group. */
  private static CompletionStage<Optional<ZclStatus>> command(
      Target target, String command, Map<String, ?> values) {
    return CLUSTER.command(target, command, values).thenApply(a -> a.flatMap(SceneKeys::status));
  }

  private static Optional<ZclStatus> status(ZclFrame answer) {
    return answer.command() instanceof ClusterCommand command && !command.payload().isEmpty()
        ? Optional.of(new ZclStatus(command.payload().at(0)))
        : Optional.empty();
  }

  private static void require(Optional<ZclStatus> status, String message) {
    if (status.filter(s -> !s.isSuccess()).isPresent()) {
      throw new DeviceException(message.formatted(status.get().name()), status.get());
    }
  }

  private static void refuseGlobalScene(int group, int id) {
    if (group == 0 && id == 0) {
      throw new DeviceException("Scene ID 0 cannot be used with group ID 0 (reserved).");
    }
  }

  private static int groupId(SetRequest request) {
    if (request.target() instanceof DeviceGroup group) {
      return group.id();
    }
    Object given = request.value() instanceof Map<?, ?> map ? map.get("group_id") : null;
    return given == null ? 0 : Numbers.require(given, "group_id").intValue();
  }

  private static int sceneId(SetRequest request) {
    Object given = request.value() instanceof Map<?, ?> map ? map.get("ID") : request.value();
    return Numbers.exact(given)
        .orElseThrow(() -> new DeviceException("'ID' is not a number, got " + given))
        .intValue();
  }

  private static Optional<String> name(SetRequest request) {
    Object given = request.value() instanceof Map<?, ?> map ? map.get("name") : null;
    return Optional.ofNullable(given).map(Object::toString);
  }
}
