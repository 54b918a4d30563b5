package org.waggle.bridge.request;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.json.JsonValues;
import org.waggle.bridge.publication.ConfigSchema;
import org.waggle.bridge.request.Lookup.Kind;
import org.waggle.device.api.DeviceEvent;

/**
 * {@code device/options} and {@code group/options}: merged into those there are; null takes one
 * away. Options that nobody knows are kept, with a warning.
 */
final class Options implements RequestHandler {

  private static final Set<String> NOT_OPTIONS =
      Set.of("friendlyName", "friendly_name", "ID", "type", "devices");

  /** Here null means something: no discovery. */
  private static final List<String> NULLABLE = List.of("homeassistant");

  private final RequestTools tools;
  private final Kind kind;

  Options(RequestTools tools, Kind kind) {
    this.tools = tools;
    this.kind = kind;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload).requiring("id", "options");
    Object id = parameters.get("id");
    String shown = JsonValues.shown(id);
    EntityKey entity = tools.lookup().entity(kind, parameters, "id");
    Map<String, @Nullable Object> changes =
        new LinkedHashMap<>(JsonValues.object(parameters.get("options")));
    if (entity instanceof EntityKey.Device device) {
      warnOfUnknown(shown, device, changes.keySet());
    }
    changes.keySet().removeAll(NOT_OPTIONS);
    Map<String, @Nullable Object> old = tools.entities().options(entity);
    tools
        .entities()
        .setOptions(entity, JsonValues.withoutNulls(JsonValues.merge(old, changes), NULLABLE));
    boolean restart = needsRestart(changes.keySet());
    return tools
        .saveEntities()
        .thenCompose(saved -> apply(entity))
        .thenApply(
            applied -> {
              tell(entity, shown, restart);
              Map<String, @Nullable Object> data = new LinkedHashMap<>();
              data.put("id", id);
              data.put("from", old);
              data.put("to", tools.entities().options(entity));
              data.put("restart_required", tools.restartRequired().isSet());
              return data;
            });
  }

  private void warnOfUnknown(String shown, EntityKey.Device device, Set<String> names) {
    Set<String> known = new LinkedHashSet<>(ConfigSchema.deviceOptions());
    tools
        .definitions()
        .serving(device.address())
        .ifPresent(
            serving ->
                serving
                    .facts()
                    .summary()
                    .options()
                    .forEach(option -> option.property().ifPresent(known::add)));
    for (String name : names) {
      if (!known.contains(name)) {
        tools.log().warning("Device '" + shown + "' does not support option '" + name + "'");
      }
    }
  }

  private boolean needsRestart(Set<String> names) {
    return kind == Kind.DEVICE
        ? ConfigSchema.deviceNeedsRestart(names)
        : ConfigSchema.groupNeedsRestart(names);
  }

  private CompletionStage<Void> apply(EntityKey entity) {
    tools.publisher().optionsChanged(entity);
    return entity instanceof EntityKey.Device device
        ? tools.definitions().refresh(device.address())
        : CompletableFuture.completedFuture(null);
  }

  private void tell(EntityKey entity, String shown, boolean restart) {
    if (restart) {
      tools.restartRequired().set();
    }
    tools.lists().info().publish();
    tools
        .log()
        .info(
            restart
                ? "New config for " + kind + " " + shown + " requires restart to take effect"
                : "Successfully changed config for " + kind + " " + shown);
    tools.snapshots().of(entity).ifPresent(this::tellExtensions);
    if (entity instanceof EntityKey.Device device) {
      tools.definitions().tell(device.address(), DeviceEvent.OPTIONS_CHANGED);
      // After the response, as in Zigbee2MQTT.
      tools.network().execute(tools.lists()::devicesChanged);
    }
  }

  private void tellExtensions(Entity entity) {
    tools
        .extensions()
        .tell(
            listener -> {
              if (entity instanceof DeviceEntity device) {
                listener.deviceChanged(device);
              } else if (entity instanceof GroupEntity group) {
                listener.groupChanged(group);
              }
            });
  }
}
