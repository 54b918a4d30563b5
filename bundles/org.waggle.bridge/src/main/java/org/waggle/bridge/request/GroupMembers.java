package org.waggle.bridge.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.json.JsonValues;
import org.waggle.bridge.log.Faults;
import org.waggle.bridge.request.Lookup.Kind;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** {@code group/members/...}: puts an endpoint into a group, or takes it out of one or all. */
final class GroupMembers implements RequestHandler {

  /** What is done to the members. */
  enum Change {
    ADD("add", "Adding", "to"),
    REMOVE("remove", "Removing", "from"),
    REMOVE_ALL("remove_all", "Removing", "from");

    private final String name;
    private final String doing;
    private final String preposition;

    Change(String name, String doing, String preposition) {
      this.name = name;
      this.doing = doing;
      this.preposition = preposition;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final RequestTools tools;
  private final Change change;

  GroupMembers(RequestTools tools, Change change) {
    this.tools = tools;
    this.change = change;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload);
    Object deviceId = parameters.get("device");
    Object groupId = parameters.get("group");
    if (deviceId == null || (change != Change.REMOVE_ALL && groupId == null)) {
      throw new BridgeException("Invalid payload");
    }
    Optional<EntityKey> group =
        change == Change.REMOVE_ALL
            ? Optional.empty()
            : Optional.of(tools.lookup().entity(Kind.GROUP, groupId));
    EntityKey device = tools.lookup().entity(Kind.DEVICE, deviceId);
    Object endpointId = parameters.get("endpoint");
    Object shownEndpoint = endpointId == null ? "default" : endpointId;
    EndpointAddress endpoint = endpoint(device, shownEndpoint);

    tools.log().info(told(endpoint, device, group));
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("device", deviceId);
    data.put("endpoint", shownEndpoint);
    group.ifPresent(known -> data.put("group", groupId));
    return change(endpoint, group)
        .handle((done, fault) -> answer(data, fault))
        .thenCompose(answer -> answer);
  }

  private EndpointAddress endpoint(EntityKey device, Object endpoint) {
    String shown = JsonValues.shown(endpoint);
    Optional<ZigbeeEndpoint> found =
        device instanceof EntityKey.Device known
            ? tools.endpoints().find(known.address(), shown)
            : Optional.empty();
    if (device instanceof EntityKey.Device known && found.isPresent()) {
      return new EndpointAddress(known.address(), found.get().id());
    }
    throw new BridgeException(
        "Device '" + tools.name(device) + "' does not have endpoint '" + shown + "'");
  }

  private String told(EndpointAddress endpoint, EntityKey device, Optional<EntityKey> group) {
    return "%s endpoint '%d' of device '%s' %s %s"
        .formatted(
            change.doing,
            endpoint.endpoint(),
            tools.name(device),
            change.preposition,
            group.map(known -> "group '" + tools.name(known) + "'").orElse("all groups"));
  }

  private CompletionStage<Void> change(EndpointAddress endpoint, Optional<EntityKey> group) {
    ZigbeeNetwork network = tools.network();
    if (group.isEmpty()) {
      return network.removeFromAllGroups(endpoint);
    }
    int number = ((EntityKey.Group) group.get()).number();
    return change == Change.ADD
        ? network.addMember(number, endpoint)
        : network.removeMember(number, endpoint);
  }

  private CompletionStage<Map<String, @Nullable Object>> answer(
      Map<String, @Nullable Object> data, @Nullable Throwable fault) {
    if (fault == null) {
      // After the response, which is published when this returns.
      tools.network().execute(tools.lists().groups()::publish);
      return CompletableFuture.completedFuture(data);
    }
    return CompletableFuture.failedFuture(
        new BridgeException(
            "Failed to %s %s group (%s)"
                .formatted(change, change.preposition, Faults.message(fault)),
            fault));
  }
}
