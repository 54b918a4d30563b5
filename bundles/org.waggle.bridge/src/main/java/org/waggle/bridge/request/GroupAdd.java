package org.waggle.bridge.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.json.JsonValues;

/** {@code group/add}: a group with a name, and an id of the user's choice or the lowest free. */
final class GroupAdd implements RequestHandler {

  private final RequestTools tools;

  GroupAdd(RequestTools tools) {
    this.tools = tools;
  }

  @Override
  public CompletionStage<Map<String, Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload);
    Object name =
        parameters.isObject()
            ? parameters.requiring("friendly_name").get("friendly_name")
            : payload;
    Object id = parameters.get("id");
    int number = tools.entities().addGroup(text(name), id == null ? "" : JsonValues.shown(id));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("friendly_name", text(name));
    data.put("id", number);
    return tools
        .network()
        .createGroup(number)
        .thenCompose(created -> tools.saveEntities())
        .thenApply(
            saved -> {
              tools.lists().groups().publish();
              return data;
            });
  }

  private static String text(@Nullable Object name) {
    if (name instanceof String text) {
      return text;
    }
    throw new BridgeException(
        name == null
            ? "Cannot read properties of null (reading 'length')"
            : "name.endsWith is not a function");
  }
}
