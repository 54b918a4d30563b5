package org.waggle.bridge.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.request.Lookup.Kind;

/** {@code group/remove}: takes the members out of a group, or by force only forgets it. */
final class GroupRemove implements RequestHandler {

  private final RequestTools tools;

  GroupRemove(RequestTools tools) {
    this.tools = tools;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload);
    Object id = parameters.isObject() ? parameters.get("id") : Removal.plainId(payload);
    EntityKey entity =
        parameters.isObject()
            ? tools.lookup().entity(Kind.GROUP, parameters, "id")
            : tools.lookup().entity(Kind.GROUP, id);
    boolean force = parameters.isSet("force");
    String how = parameters.isObject() ? " (force: " + force + ")" : "";
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("force", force);

    Removal removal = new Removal(tools, Kind.GROUP, entity, how);
    tools.log().info("Removing " + removal.told());
    int number = ((EntityKey.Group) entity).number();
    return removal
        .after(tools.network().removeGroup(number, force), false)
        .thenApply(removed -> data);
  }
}
