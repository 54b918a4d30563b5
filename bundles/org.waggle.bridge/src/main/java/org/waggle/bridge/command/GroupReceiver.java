package org.waggle.bridge.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.command.Commands.Tools;
import org.waggle.bridge.device.Serving;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeGroup;

/** A group, as whom a command is for: the first member that knows a key serves it for all. */
final class GroupReceiver implements Receiver {

  private final Tools tools;
  private final EntityKey.Group group;
  private final String topicEndpoint;

  GroupReceiver(Tools tools, EntityKey.Group group, String topicEndpoint) {
    this.tools = tools;
    this.group = group;
    this.topicEndpoint = topicEndpoint;
  }

  @Override
  public EntityKey entity() {
    return group;
  }

  @Override
  public AddressedKey address(String key) {
    return new AddressedKey(
        key,
        key,
        topicEndpoint.isEmpty() ? Optional.empty() : Optional.of(topicEndpoint),
        group.number());
  }

  /** A member's definition and what it calls the member's endpoint. */
  private record Member(Serving serving, Optional<String> endpointName) {}

  @Override
  public CompletionStage<Optional<Route>> route(AddressedKey key) {
    Optional<ZigbeeGroup> known = tools.network().group(group.number());
    CompletionStage<Optional<Route>> route = CompletableFuture.completedFuture(Optional.empty());
    if (known.isEmpty()) {
      return route;
    }
    for (Member member : members(known.get())) {
      route =
          route.thenCompose(
              found ->
                  found.isPresent()
                      ? CompletableFuture.completedFuture(found)
                      : route(key, member, known.get()));
    }
    return route;
  }

  private CompletionStage<Optional<Route>> route(
      AddressedKey key, Member member, ZigbeeGroup known) {
    return member
        .serving()
        .encoder(key.key(), member.endpointName())
        .thenApply(
            found ->
                found.map(
                    encoder ->
                        new Route(encoder, member.serving().group(known, tools.definitions()))));
  }

  private List<Member> members(ZigbeeGroup known) {
    List<Member> members = new ArrayList<>();
    for (EndpointAddress address : known.members()) {
      tools
          .definitions()
          .serving(address.node())
          .map(
              serving ->
                  new Member(serving, tools.endpoints().name(address.node(), address.endpoint())))
          .ifPresent(members::add);
    }
    return members;
  }
}
