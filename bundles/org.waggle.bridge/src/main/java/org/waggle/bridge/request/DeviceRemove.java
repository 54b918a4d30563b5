package org.waggle.bridge.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.request.Lookup.Kind;
import org.waggle.zigbee.api.ZigbeeException;

/**
 * {@code device/remove}: asks a device to leave, or by force only forgets it; may refuse it from
 * now on, and may keep what the user said about it.
 */
final class DeviceRemove implements RequestHandler {

  private final RequestTools tools;

  DeviceRemove(RequestTools tools) {
    this.tools = tools;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload);
    Object id = parameters.isObject() ? parameters.get("id") : Removal.plainId(payload);
    EntityKey entity =
        parameters.isObject()
            ? tools.lookup().entity(Kind.DEVICE, parameters, "id")
            : tools.lookup().entity(Kind.DEVICE, id);
    boolean block = parameters.isSet("block");
    boolean force = parameters.isSet("force");
    boolean keepConfig = parameters.isSet("keep_config");
    boolean clearCache = parameters.isSet("clear_cache");
    String how =
        parameters.isObject()
            ? " (block: %s, force: %s, keep config: %s, clear cache: %s)"
                .formatted(block, force, keepConfig, clearCache)
            : "";
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("block", block);
    data.put("force", force);
    data.put("keep_config", keepConfig);
    data.put("clear_cache", clearCache);

    Removal removal = new Removal(tools, Kind.DEVICE, entity, how);
    tools.log().info("Removing " + removal.told());
    if (block && entity instanceof EntityKey.Device device) {
      tools.entities().block(device.address());
    }
    return removal.after(leave(entity, force), keepConfig).thenApply(removed -> data);
  }

  private CompletionStage<Void> leave(EntityKey entity, boolean force) {
    if (!(entity instanceof EntityKey.Device device)) {
      return CompletableFuture.failedFuture(
          new ZigbeeException(
              ZigbeeException.Reason.REFUSED, "the coordinator cannot leave its network"));
    }
    CompletionStage<Void> left = tools.membership().removeQuietly(device.address(), force);
    left.whenComplete(
        (done, fault) ->
            tools.network().execute(() -> tools.membership().removalEnded(device.address())));
    return left;
  }
}
