package org.waggle.bridge.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.CommandResult;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.command.Commands.Tools;
import org.waggle.bridge.command.Receiver.AddressedKey;
import org.waggle.bridge.command.Receiver.Route;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.json.JsonValues;
import org.waggle.bridge.log.Faults;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;

/**
 * One message on its way to a device or group: its keys one after the other, then what became of
 * the state. A key that fails does not keep the next from being tried.
 */
final class CommandRun {

  private static final Set<String> SCENE_KEYS =
      Set.of("scene_store", "scene_add", "scene_remove", "scene_remove_all", "scene_rename");

  private final Tools tools;
  private final Command.Type type;
  private final Receiver receiver;
  private final String name;
  private final Map<EntityKey, Map<String, @Nullable Object>> updates = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final Map<Integer, Set<Encoder>> used = new HashMap<>();
  private boolean scenesTouched;

  CommandRun(Tools tools, Command.Type type, Receiver receiver) {
    this.tools = tools;
    this.type = type;
    this.receiver = receiver;
    this.name = tools.names().name(receiver.entity());
  }

  CompletionStage<CommandResult> start(Map<String, ? extends @Nullable Object> payload) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>(payload);
    Map<String, @Nullable Object> state = tools.states().state(receiver.entity().id());
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (String key : KeyOrder.of(message)) {
      done = done.thenCompose(before -> run(key, message, state));
    }
    return done.thenApply(all -> finish());
  }

  private CommandResult finish() {
    updates.forEach(
        (entity, update) -> {
          if (!update.isEmpty()) {
            tools.publisher().publish(entity, update, PublishReason.COMMAND);
          }
        });
    if (scenesTouched) {
      tools.scenesChanged().run();
    }
    return new CommandResult(errors);
  }

  private CompletionStage<Void> run(
      String original, Map<String, @Nullable Object> message, Map<String, @Nullable Object> state) {
    AddressedKey key = receiver.address(original);
    return receiver
        .route(key)
        .thenCompose(
            route ->
                route.isPresent()
                    ? run(key, route.get(), message, state)
                    : refuse(
                        key,
                        "No converter available for '%s' on '%s': (%s)"
                            .formatted(key.key(), name, JsonText.sorted(message.get(key.key())))))
        .exceptionally(
            fault -> {
              fail(key, fault);
              return null;
            });
  }

  private CompletionStage<Void> run(
      AddressedKey key,
      Route route,
      Map<String, @Nullable Object> message,
      Map<String, @Nullable Object> state) {
    Set<Encoder> usedThere = used.computeIfAbsent(key.targetId(), id -> new HashSet<>());
    if (type == Command.Type.SET && usedThere.contains(route.encoder().encoder())) {
      return CompletableFuture.completedFuture(null);
    }
    if (type == Command.Type.SET ? !route.encoder().canSet() : !route.encoder().canGet()) {
      Object value = message.get(key.key());
      boolean there = message.containsKey(key.key());
      return refuse(
          key,
          "No converter available for '%s' '%s' (%s)"
              .formatted(type, key.key(), there ? JsonValues.shown(value) : "undefined"));
    }
    tools.log().debug("Publishing '" + type + "' '" + key.key() + "' to '" + name + "'");
    usedThere.add(route.encoder().encoder());
    scenesTouched |= route.encoder().keys().stream().anyMatch(SCENE_KEYS::contains);
    Map<String, @Nullable Object> own = withoutSuffix(message, key.endpointName());
    Map<String, @Nullable Object> ownState = withoutSuffix(state, key.endpointName());
    Map<String, @Nullable Object> options = tools.names().options(receiver.entity());
    if (type == Command.Type.GET) {
      return route
          .encoder()
          .get(
              new GetRequest(
                  route.target(), key.key(), own, key.endpointName(), ownState, options));
    }
    return route
        .encoder()
        .set(
            new SetRequest(
                route.target(),
                key.key(),
                message.get(key.original()),
                own,
                key.endpointName(),
                ownState,
                options))
        .thenAccept(result -> take(key, result));
  }

  /** Keys of one endpoint without its name; those without any name belong to it too. */
  private static Map<String, @Nullable Object> withoutSuffix(
      Map<String, @Nullable Object> map, Optional<String> endpointName) {
    if (endpointName.isEmpty()) {
      return map;
    }
    String suffix = "_" + endpointName.get();
    Map<String, @Nullable Object> result = new LinkedHashMap<>(map);
    map.forEach(
        (key, value) -> {
          if (key.endsWith(suffix)) {
            result.remove(key);
            result.put(key.substring(0, key.length() - suffix.length()), value);
          }
        });
    return result;
  }

  private void take(AddressedKey key, SetResult result) {
    if (!tools.publisher().rules(receiver.entity()).optimistic()) {
      return;
    }
    Map<String, @Nullable Object> update = new LinkedHashMap<>();
    String suffix = key.endpointName().map(endpoint -> "_" + endpoint).orElse("");
    result.state().forEach((property, value) -> update.put(property + suffix, value));
    tools.publisher().rules(receiver.entity()).unassumed().removeFrom(update);
    if (!update.isEmpty()) {
      update(receiver.entity()).putAll(update);
    }
    result
        .memberStates()
        .forEach((member, state) -> update(new EntityKey.Device(member)).putAll(state));
  }

  private Map<String, @Nullable Object> update(EntityKey entity) {
    return updates.computeIfAbsent(entity, none -> new LinkedHashMap<>());
  }

  private CompletionStage<Void> refuse(AddressedKey key, String reason) {
    tools.log().error(reason);
    errors.put(key.original(), reason);
    return CompletableFuture.completedFuture(null);
  }

  private void fail(AddressedKey key, Throwable fault) {
    tools
        .log()
        .error(
            "Publish '%s' '%s' to '%s' failed: '%s'"
                .formatted(type, key.key(), name, Faults.asError(fault)));
    errors.put(key.original(), Faults.message(fault));
  }
}
