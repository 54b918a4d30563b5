package org.waggle.simulator.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.GroupTable;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclType;

/** genGroups, 0x0004 (ZCL 3.6). */
final class Groups implements ClusterBehaviour {

  static final int CLUSTER = 0x0004;
  private static final int NAME_SUPPORT = 0x0000;
  private static final String KEY = "groups";

  private final VirtualEndpoint endpoint;
  private final Optional<Identify> identify;
  private final Optional<Scenes> scenes;

  Groups(
      VirtualEndpoint endpoint,
      ClusterAttributes attributes,
      Optional<Identify> identify,
      Optional<Scenes> scenes) {
    this.endpoint = endpoint;
    this.identify = identify;
    this.scenes = scenes;
    attributes.define(NAME_SUPPORT, ZclType.BITMAP8, 0);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    WireReader in = new WireReader(command.payload());
    return switch (command.id()) {
      case 0x00 -> {
        int group = in.u16();
        yield answer(request, 0x00, add(group), group);
      }
      case 0x01 -> view(request, in.u16());
      case 0x02 -> membership(request, in);
      case 0x03 -> {
        int group = in.u16();
        yield answer(request, 0x03, remove(group), group);
      }
      case 0x04 -> {
        endpoint.groups().all().forEach(this::remove);
        yield Reply.SUCCESS;
      }
      case 0x05 -> {
        if (identify.map(Identify::isIdentifying).orElse(false)) {
          add(in.u16());
        }
        yield Reply.SUCCESS;
      }
      default -> Reply.UNSUPPORTED;
    };
  }

  private static Reply answer(Request request, int command, ZclStatus status, int group) {
    return request.isUnicast()
        ? new Reply.Command(command, new WireWriter().u8(status.code()).u16(group).toOctets())
        : Reply.NOTHING;
  }

  private ZclStatus add(int group) {
    GroupTable groups = endpoint.groups();
    if (groups.contains(group)) {
      return ZclStatus.SUCCESS;
    } else if (groups.isFull()) {
      return ZclStatus.INSUFFICIENT_SPACE;
    }
    groups.add(group);
    endpoint.device().changed();
    return ZclStatus.SUCCESS;
  }

  private ZclStatus remove(int group) {
    scenes.ifPresent(all -> all.removeGroup(group));
    boolean removed = endpoint.groups().remove(group);
    endpoint.device().changed();
    return removed ? ZclStatus.SUCCESS : ZclStatus.NOT_FOUND;
  }

  private Reply view(Request request, int group) {
    if (!request.isUnicast()) {
      return Reply.NOTHING;
    }
    ZclStatus status = endpoint.groups().contains(group) ? ZclStatus.SUCCESS : ZclStatus.NOT_FOUND;
    return new Reply.Command(0x01, new WireWriter().u8(status.code()).u16(group).u8(0).toOctets());
  }

  private Reply membership(Request request, WireReader in) {
    SortedSet<Integer> all = endpoint.groups().all();
    List<Integer> wanted = new ArrayList<>();
    int count = in.u8();
    for (int i = 0; i < count; i++) {
      wanted.add(in.u16());
    }
    SortedSet<Integer> found = new TreeSet<>(all);
    if (!wanted.isEmpty()) {
      found.retainAll(wanted);
    }
    if (found.isEmpty() && !wanted.isEmpty() && !request.isUnicast()) {
      return Reply.NOTHING;
    }
    WireWriter out = new WireWriter().u8(GroupTable.CAPACITY - all.size()).u8(found.size());
    found.forEach(out::u16);
    return new Reply.Command(0x02, out.toOctets());
  }

  @Override
  public void save(JsonObject memory) {
    JsonArray groups = new JsonArray();
    endpoint.groups().all().forEach(groups::add);
    memory.add(KEY, groups);
  }

  @Override
  public void load(JsonObject memory) {
    if (memory.get(KEY) instanceof JsonArray groups) {
      groups.forEach(group -> endpoint.groups().add(group.getAsInt()));
    }
  }
}
