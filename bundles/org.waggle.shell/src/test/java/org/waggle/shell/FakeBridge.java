package org.waggle.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.api.CommandResult;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.api.extension.StateHook;
import org.waggle.zigbee.api.Subscription;

/** A bridge that notes what it is asked for and answers what it was told. */
final class FakeBridge implements Bridge {

  final List<DeviceEntity> devices = new ArrayList<>();
  final List<GroupEntity> groups = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  CompletableFuture<Map<String, Object>> answer = CompletableFuture.completedFuture(Map.of());
  CompletableFuture<CommandResult> result =
      CompletableFuture.completedFuture(new CommandResult(Map.of()));

  private final String network;

  FakeBridge(String network) {
    this.network = network;
  }

  @Override
  public String network() {
    return network;
  }

  @Override
  public String baseTopic() {
    return "zigbee2mqtt";
  }

  @Override
  public boolean isOnline() {
    return true;
  }

  @Override
  public List<DeviceEntity> devices() {
    return List.copyOf(devices);
  }

  @Override
  public List<GroupEntity> groups() {
    return List.copyOf(groups);
  }

  @Override
  public Optional<Entity> entity(String key) {
    return Stream.<Entity>concat(devices.stream(), groups.stream())
        .filter(entity -> entity.id().equals(key) || entity.friendlyName().equals(key))
        .findFirst();
  }

  @Override
  public CompletionStage<Map<String, Object>> request(
      String path, Map<String, ? extends Object> parameters) {
    asked.add(path + " " + Json.text(sorted(parameters)));
    return answer;
  }

  @Override
  public CompletionStage<CommandResult> set(String name, Map<String, ? extends Object> payload) {
    asked.add(name + "/set " + Json.text(payload));
    return result;
  }

  @Override
  public CompletionStage<CommandResult> get(String name, Map<String, ? extends Object> payload) {
    throw unexpected();
  }

  @Override
  public void publishState(Entity entity, Map<String, ? extends Object> partialState) {
    throw unexpected();
  }

  @Override
  public void publish(String topic, String payload, PublishOptions options) {
    throw unexpected();
  }

  @Override
  public Subscription listen(BridgeListener listener) {
    throw unexpected();
  }

  @Override
  public Subscription addHook(StateHook hook) {
    throw unexpected();
  }

  @Override
  public Subscription serve(String path, RequestHandler handler) {
    throw unexpected();
  }

  @Override
  public void execute(Runnable task) {
    throw unexpected();
  }

  private static Map<String, Object> sorted(Map<String, ? extends Object> map) {
    Map<String, Object> sorted = new LinkedHashMap<>();
    map.keySet().stream().sorted().forEach(key -> sorted.put(key, map.get(key)));
    return sorted;
  }

  private static AssertionError unexpected() {
    return new AssertionError("no command needs this");
  }
}
