package org.waggle.bridge.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.log.Faults;
import org.waggle.bridge.request.Lookup.Kind;

/** {@code device/configure}: lets the definition configure the device, however often it failed. */
final class ConfigureDevice implements RequestHandler {

  private final RequestTools tools;

  ConfigureDevice(RequestTools tools) {
    this.tools = tools;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload);
    Object id = parameters.isObject() ? parameters.requiring("id").get("id") : payload;
    EntityKey entity = tools.lookup().entity(Kind.DEVICE, id);
    if (!(entity instanceof EntityKey.Device device)
        || !tools.configure().isConfigurable(device.address())) {
      throw new BridgeException("Device '" + tools.name(entity) + "' cannot be configured");
    }
    return tools
        .configure()
        .now(device.address())
        .handle(
            (done, fault) -> {
              if (fault != null) {
                throw new BridgeException(
                    "Failed to configure (" + Faults.message(fault) + ")", fault);
              }
              Map<String, @Nullable Object> data = new LinkedHashMap<>();
              data.put("id", id);
              return data;
            });
  }
}
