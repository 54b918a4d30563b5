package org.waggle.simulator.cluster;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclType;

/** genScenes, 0x0005 (ZCL 3.7). */
final class Scenes implements ClusterBehaviour {

  static final int CLUSTER = 0x0005;
  private static final int SCENE_COUNT = 0x0000;
  private static final int CURRENT_SCENE = 0x0001;
  private static final int CURRENT_GROUP = 0x0002;
  private static final int SCENE_VALID = 0x0003;
  private static final int NAME_SUPPORT = 0x0004;
  private static final int CAPACITY = 16;
  private static final int NO_TRANSITION = 0xFFFF;

  /** Commands from here on count transitions in tenths of a second instead of seconds. */
  private static final int ENHANCED = 0x40;

  private static final int COPY_ALL = 0x01;
  private static final Octets NO_NAME = Octets.of(0);
  private static final String KEY = "scenes";
  private static final Gson GSON = new Gson();

  private record Saved(int group, int id, int transition, String name, String fields) {}

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final Supplier<List<SceneState>> states;
  private final TreeMap<Integer, Scene> scenes = new TreeMap<>();

  Scenes(
      VirtualEndpoint endpoint, ClusterAttributes attributes, Supplier<List<SceneState>> states) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    this.states = states;
    attributes.define(SCENE_COUNT, ZclType.UINT8, 0);
    attributes.define(CURRENT_SCENE, ZclType.UINT8, 0);
    attributes.define(CURRENT_GROUP, ZclType.UINT16, 0);
    attributes.define(SCENE_VALID, ZclType.BOOLEAN, 0);
    attributes.define(NAME_SUPPORT, ZclType.BITMAP8, 0);
  }

  void removeGroup(int group) {
    scenes.values().removeIf(scene -> scene.group() == group);
    counted();
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    int id = command.id();
    WireReader in = new WireReader(command.payload());
    int group = in.u16();
    return switch (id) {
      case 0x00, 0x40 -> {
        int scene = in.u8();
        yield answer(request, id, add(id >= ENHANCED, group, scene, in), group, scene);
      }
      case 0x01, 0x41 -> view(request, id, group, in.u8());
      case 0x02 -> {
        int scene = in.u8();
        boolean removed = scenes.remove(key(group, scene)) != null;
        counted();
        ZclStatus status = removed ? ZclStatus.SUCCESS : ZclStatus.NOT_FOUND;
        yield answer(request, id, isMember(group) ? status : ZclStatus.INVALID_FIELD, group, scene);
      }
      case 0x03 -> removeAll(request, group);
      case 0x04 -> {
        int scene = in.u8();
        yield answer(request, id, store(group, scene), group, scene);
      }
      case 0x05 -> recall(group, in);
      case 0x06 -> membership(request, group);
      case 0x42 -> copy(request, command.payload());
      default -> Reply.UNSUPPORTED;
    };
  }

  private static int key(int group, int scene) {
    return group << 8 | scene;
  }

  private boolean isMember(int group) {
    return group == 0 || endpoint.groups().contains(group);
  }

  private static Reply answer(
      Request request, int command, ZclStatus status, int group, int scene) {
    return request.isUnicast()
        ? new Reply.Command(
            command, new WireWriter().u8(status.code()).u16(group).u8(scene).toOctets())
        : Reply.NOTHING;
  }

  private ZclStatus add(boolean enhanced, int group, int id, WireReader in) {
    int time = in.u16();
    int nameLength = in.u8();
    Octets name = new WireWriter().counted(in.octets(nameLength)).toOctets();
    Octets fields = in.octets(in.remaining());
    return put(new Scene(group, id, enhanced ? time : time * 10, name, fields));
  }

  private ZclStatus put(Scene scene) {
    int key = key(scene.group(), scene.id());
    if (!isMember(scene.group())) {
      return ZclStatus.INVALID_FIELD;
    } else if (scenes.size() >= CAPACITY && !scenes.containsKey(key)) {
      return ZclStatus.INSUFFICIENT_SPACE;
    }
    scenes.put(key, scene);
    counted();
    return ZclStatus.SUCCESS;
  }

  private void counted() {
    attributes.set(SCENE_COUNT, scenes.size());
    endpoint.device().changed();
  }

  private Reply view(Request request, int command, int group, int id) {
    Scene scene = scenes.get(key(group, id));
    if (scene == null || !request.isUnicast()) {
      ZclStatus status = isMember(group) ? ZclStatus.NOT_FOUND : ZclStatus.INVALID_FIELD;
      return answer(request, command, status, group, id);
    }
    boolean enhanced = command >= ENHANCED;
    return new Reply.Command(
        command,
        new WireWriter()
            .u8(ZclStatus.SUCCESS.code())
            .u16(group)
            .u8(id)
            .u16(enhanced ? scene.transition() : scene.transition() / 10)
            .octets(scene.name())
            .octets(scene.fields())
            .toOctets());
  }

  private Reply removeAll(Request request, int group) {
    ZclStatus status = isMember(group) ? ZclStatus.SUCCESS : ZclStatus.INVALID_FIELD;
    removeGroup(group);
    return request.isUnicast()
        ? new Reply.Command(0x03, new WireWriter().u8(status.code()).u16(group).toOctets())
        : Reply.NOTHING;
  }

  private ZclStatus store(int group, int id) {
    WireWriter fields = new WireWriter();
    for (SceneState state : states.get()) {
      fields.u16(state.cluster()).counted(state.sceneFields());
    }
    Optional<Scene> before = Optional.ofNullable(scenes.get(key(group, id)));
    ZclStatus status =
        put(
            new Scene(
                group,
                id,
                before.map(Scene::transition).orElse(0),
                before.map(Scene::name).orElse(NO_NAME),
                fields.toOctets()));
    if (status.isSuccess()) {
      isCurrent(group, id);
    }
    return status;
  }

  private Reply recall(int group, WireReader in) {
    int id = in.u8();
    Scene scene = scenes.get(key(group, id));
    if (scene == null) {
      return new Reply.Status(ZclStatus.NOT_FOUND);
    }
    int wanted = in.remaining() >= 2 ? in.u16() : NO_TRANSITION;
    int tenths = wanted == NO_TRANSITION ? scene.transition() : wanted;
    WireReader fields = new WireReader(scene.fields());
    while (fields.remaining() > 0) {
      int cluster = fields.u16();
      WireReader field = new WireReader(fields.octets(fields.u8()));
      states.get().stream()
          .filter(state -> state.cluster() == cluster)
          .forEach(state -> state.recall(field, tenths));
    }
    isCurrent(group, id);
    return Reply.SUCCESS;
  }

  private void isCurrent(int group, int id) {
    attributes.set(CURRENT_SCENE, id);
    attributes.set(CURRENT_GROUP, group);
    attributes.set(SCENE_VALID, true);
  }

  private Reply membership(Request request, int group) {
    List<Scene> found = scenes.values().stream().filter(scene -> scene.group() == group).toList();
    if (!request.isUnicast() && found.isEmpty()) {
      return Reply.NOTHING;
    }
    ZclStatus status = isMember(group) ? ZclStatus.SUCCESS : ZclStatus.INVALID_FIELD;
    WireWriter out = new WireWriter().u8(status.code()).u8(CAPACITY - scenes.size()).u16(group);
    if (status.isSuccess()) {
      out.u8(found.size());
      found.forEach(scene -> out.u8(scene.id()));
    }
    return new Reply.Command(0x06, out.toOctets());
  }

  private Reply copy(Request request, Octets payload) {
    WireReader in = new WireReader(payload);
    boolean all = (in.u8() & COPY_ALL) != 0;
    int from = in.u16();
    int scene = in.u8();
    int to = in.u16();
    int target = in.u8();
    List<Scene> sources = new ArrayList<>(scenes.values());
    sources.removeIf(source -> source.group() != from || (!all && source.id() != scene));
    ZclStatus status = sources.isEmpty() ? ZclStatus.INVALID_FIELD : ZclStatus.SUCCESS;
    for (Scene source : sources) {
      int id = all ? source.id() : target;
      status = put(new Scene(to, id, source.transition(), source.name(), source.fields()));
    }
    return answer(request, 0x42, status, from, scene);
  }

  @Override
  public void forget() {
    scenes.clear();
    attributes.set(SCENE_COUNT, 0);
  }

  @Override
  public void save(JsonObject memory) {
    List<Saved> saved =
        scenes.values().stream()
            .map(
                scene ->
                    new Saved(
                        scene.group(),
                        scene.id(),
                        scene.transition(),
                        scene.name().toString(),
                        scene.fields().toString()))
            .toList();
    memory.add(KEY, GSON.toJsonTree(saved));
  }

  @Override
  public void load(JsonObject memory) {
    Saved[] saved = GSON.fromJson(memory.get(KEY), Saved[].class);
    for (Saved scene : saved == null ? new Saved[0] : saved) {
      scenes.put(
          key(scene.group, scene.id),
          new Scene(
              scene.group,
              scene.id,
              scene.transition,
              Octets.ofHex(scene.name),
              Octets.ofHex(scene.fields)));
    }
    attributes.set(SCENE_COUNT, scenes.size());
  }
}
