package org.waggle.bridge.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.bridge.json.JsonParser;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.json.JsonValues;
import org.waggle.device.api.access.Scene;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * What is kept about devices besides names, options and states: what definitions remember, scenes,
 * and which version of a definition has configured a device. It goes when the device leaves.
 *
 * <p>For any thread: definitions come from several.
 */
public final class DeviceMemory {

  private static final String DOCUMENT = "memory";
  private static final String CONFIGURED = "configured";
  private static final String KEPT = "kept";
  private static final String SCENES = "scenes";

  private static final Logger LOGGER = LoggerFactory.getLogger(DeviceMemory.class);

  private final ZigbeeNetwork network;
  private final Map<IeeeAddress, Map<String, @Nullable Object>> devices = new ConcurrentHashMap<>();

  public DeviceMemory(ZigbeeNetwork network) {
    this.network = network;
  }

  /** Reads what was saved. Blocks. */
  public void load() {
    Optional<String> document = network.store().load(DOCUMENT);
    try {
      JsonValues.object(document.isEmpty() ? null : JsonParser.parse(document.get()))
          .forEach(
              (id, json) ->
                  IeeeAddress.parse(id)
                      .ifPresent(address -> devices.put(address, JsonValues.object(json))));
    } catch (JsonParser.NotJson e) {
      LOGGER.warn("document '{}' is damaged, devices will be configured anew", DOCUMENT, e);
    }
  }

  /** The version of the definition that has configured a device. */
  public Optional<String> configuredBy(IeeeAddress device) {
    return of(device).get(CONFIGURED) instanceof String version
        ? Optional.of(version)
        : Optional.empty();
  }

  /**
   * Notes it, or forgets it where {@code version} is null; on the event thread.
   *
   * @return completed when that is on disk
   */
  public CompletionStage<Void> setConfiguredBy(IeeeAddress device, @Nullable String version) {
    change(device, CONFIGURED, old -> version);
    return save();
  }

  @Nullable Object recall(IeeeAddress device, String key) {
    return JsonValues.object(of(device).get(KEPT)).get(key);
  }

  void remember(IeeeAddress device, String key, @Nullable Object value) {
    change(
        device,
        KEPT,
        old -> {
          Map<String, @Nullable Object> kept = new LinkedHashMap<>(JsonValues.object(old));
          kept.put(key, value);
          return JsonValues.withoutNulls(kept, List.of());
        });
    saveSoon();
  }

  /** The scenes stored on an endpoint. */
  public List<Scene> scenes(IeeeAddress device, int endpoint) {
    return scenes(JsonValues.object(of(device).get(SCENES)).get(Integer.toString(endpoint)));
  }

  private static List<Scene> scenes(@Nullable Object json) {
    List<Scene> scenes = new ArrayList<>();
    if (json instanceof List<?> list) {
      list.forEach(scene -> scenes.add(scene(JsonValues.object(scene))));
    }
    return scenes;
  }

  private static Scene scene(Map<String, @Nullable Object> json) {
    return new Scene(
        json.get("group") instanceof Number group ? group.intValue() : 0,
        json.get("id") instanceof Number id ? id.intValue() : 0,
        Optional.ofNullable((String) json.get("name")),
        JsonValues.object(json.get("state")));
  }

  void noteScene(IeeeAddress device, int endpoint, Scene scene) {
    changeScenes(
        device,
        endpoint,
        scenes -> {
          scenes.removeIf(known -> known.is(scene.groupId(), scene.id()));
          scenes.add(scene);
        });
  }

  void forgetScenes(IeeeAddress device, int endpoint, Predicate<Scene> which) {
    changeScenes(device, endpoint, scenes -> scenes.removeIf(which));
  }

  private void changeScenes(IeeeAddress device, int endpoint, Consumer<List<Scene>> change) {
    change(
        device,
        SCENES,
        old -> {
          Map<String, @Nullable Object> all = new LinkedHashMap<>(JsonValues.object(old));
          List<Scene> scenes = scenes(all.get(Integer.toString(endpoint)));
          change.accept(scenes);
          all.put(Integer.toString(endpoint), scenes.stream().map(DeviceMemory::json).toList());
          return all;
        });
    saveSoon();
  }

  private static Map<String, @Nullable Object> json(Scene scene) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("group", scene.groupId());
    json.put("id", scene.id());
    scene.name().ifPresent(name -> json.put("name", name));
    json.put("state", scene.state());
    return json;
  }

  /** Forgets all about a device. */
  public void forget(IeeeAddress device) {
    if (devices.remove(device) != null) {
      saveSoon();
    }
  }

  private Map<String, @Nullable Object> of(IeeeAddress device) {
    return devices.getOrDefault(device, Map.of());
  }

  private void change(
      IeeeAddress device, String key, Function<@Nullable Object, @Nullable Object> change) {
    devices.compute(
        device,
        (address, old) -> {
          Map<String, @Nullable Object> changed = new LinkedHashMap<>(old == null ? Map.of() : old);
          changed.put(key, change.apply(changed.get(key)));
          changed.values().removeIf(Objects::isNull);
          return Collections.unmodifiableMap(changed);
        });
  }

  /** On the event thread, so that the last document written is the newest. */
  private void saveSoon() {
    network.execute(this::save);
  }

  private CompletionStage<Void> save() {
    Map<String, Object> json = new LinkedHashMap<>();
    devices.forEach((address, memory) -> json.put(address.toString(), memory));
    return network.store().save(DOCUMENT, JsonText.sorted(json));
  }
}
