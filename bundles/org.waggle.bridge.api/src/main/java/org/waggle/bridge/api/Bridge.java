package org.waggle.bridge.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.api.extension.StateHook;
import org.waggle.zigbee.api.Subscription;

/**
 * The bridge of one network. A service; service property {@value #NETWORK} is the network's name.
 *
 * <p>Safe for use by several threads; nothing blocks. Stages complete on the network's event thread
 * and fail with {@link BridgeException} only. {@link Executor#execute} brings a task to that
 * thread.
 */
@ProviderType
public interface Bridge extends Executor {

  /** Service property: the network's name, a {@code String}, unique in the process. */
  String NETWORK = "network";

  /** The network's name. */
  String network();

  /** What all topics begin with, without a slash at the end. */
  String baseTopic();

  /** Whether {@code bridge/state} is {@code online}. */
  boolean isOnline();

  /** All devices but the coordinator, in the order in which they joined. */
  List<DeviceEntity> devices();

  /** All groups, by id. */
  List<GroupEntity> groups();

  /**
   * Finds a device or group.
   *
   * @param key friendly name, IEEE address of a device, or id of a group
   */
  Optional<Entity> entity(String key);

  /**
   * Carries out a request as if it had come on {@code bridge/request/<path>}, without a response
   * topic.
   *
   * @param path such as {@code device/rename}
   * @return the response's {@code data}; fails with its {@code error}
   */
  CompletionStage<Map<String, @Nullable Object>> request(
      String path, Map<String, ? extends @Nullable Object> parameters);

  /**
   * Sets keys as if they had come on {@code <name>/set}, and tells what became of each.
   *
   * @param name what may stand in the topic: an entity, or an entity and its endpoint
   */
  CompletionStage<CommandResult> set(String name, Map<String, ? extends @Nullable Object> payload);

  /** Asks for keys as if it had come on {@code <name>/get}; the device's answers are published. */
  CompletionStage<CommandResult> get(String name, Map<String, ? extends @Nullable Object> payload);

  /** Merges a part of an entity's state into the rest and publishes it. */
  void publishState(Entity entity, Map<String, ? extends @Nullable Object> partialState);

  /**
   * Publishes a message below the base topic.
   *
   * @param topic without the base topic; a message with wildcards in it is dropped
   */
  void publish(String topic, String payload, PublishOptions options);

  /** Tells a listener of what happens from now on, in order, on the event thread. */
  Subscription listen(BridgeListener listener);

  /** Lets a hook see every state before it is published, after the hooks that were added before. */
  Subscription addHook(StateHook hook);

  /**
   * Serves a request.
   *
   * @param path such as {@code networkmap}; case does not matter
   * @throws IllegalStateException if it is served already
   */
  Subscription serve(String path, RequestHandler handler);
}
