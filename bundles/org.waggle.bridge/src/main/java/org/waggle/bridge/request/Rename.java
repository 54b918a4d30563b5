package org.waggle.bridge.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.json.JsonValues;
import org.waggle.bridge.request.Lookup.Kind;
import org.waggle.zcl.IeeeAddress;

/** {@code device/rename} and {@code group/rename}. */
final class Rename implements RequestHandler {

  private final RequestTools tools;
  private final Kind kind;

  Rename(RequestTools tools, Kind kind) {
    this.tools = tools;
    this.kind = kind;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload);
    boolean last = kind == Kind.DEVICE && Boolean.TRUE.equals(parameters.get("last"));
    parameters.requiring(last ? new String[] {"to"} : new String[] {"from", "to"});
    Optional<IeeeAddress> lastJoined = tools.membership().lastJoined();
    if (last && lastJoined.isEmpty()) {
      throw new BridgeException("No device has joined since start");
    }
    String to = text(parameters.get("to")).strip();
    EntityKey entity =
        last
            ? tools.lookup().entity(kind, lastJoined.get().toString())
            : tools.lookup().entity(kind, parameters, "from");
    if (entity instanceof EntityKey.Coordinator) {
      throw new BridgeException(
          "Device or group '" + JsonValues.shown(parameters.get("from")) + "' does not exist");
    }
    String from = tools.name(entity);
    boolean homeAssistant = parameters.isSet("homeassistant_rename");
    tools.entities().rename(entity, to);
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("from", from);
    data.put("to", to);
    data.put(
        "homeassistant_rename",
        parameters.has("homeassistant_rename") ? parameters.get("homeassistant_rename") : false);
    return tools
        .saveEntities()
        .thenApply(
            saved -> {
              tell(entity, from, homeAssistant);
              return data;
            });
  }

  private static String text(@Nullable Object to) {
    if (to instanceof String text) {
      return text;
    }
    throw new BridgeException(
        "to is not a string, got %s (%s)".formatted(JsonValues.typeOf(to), JsonValues.shown(to)));
  }

  private void tell(EntityKey entity, String oldName, boolean homeAssistant) {
    tools.outbox().publish(oldName, "", PublishOptions.RETAINED);
    tools
        .snapshots()
        .of(entity)
        .ifPresent(
            renamed ->
                tools
                    .extensions()
                    .tell(listener -> listener.renamed(renamed, oldName, homeAssistant)));
    if (kind == Kind.DEVICE) {
      tools.lists().devices().publish();
    } else {
      tools.lists().groups().publish();
    }
    tools.lists().info().publish();
    tools.publisher().publish(entity, Map.of(), PublishReason.RENAMED);
  }
}
