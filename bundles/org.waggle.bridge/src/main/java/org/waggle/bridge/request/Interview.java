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

/** {@code device/interview}: asks a device anew what it is. */
final class Interview implements RequestHandler {

  private final RequestTools tools;

  Interview(RequestTools tools) {
    this.tools = tools;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload).requiring("id");
    EntityKey entity = tools.lookup().entity(Kind.DEVICE, parameters, "id");
    String name = tools.name(entity);
    if (!(entity instanceof EntityKey.Device device)) {
      throw new BridgeException("Interview of '" + name + "' failed: it is the coordinator");
    }
    tools.log().info("Interviewing '" + name + "'");
    return tools
        .membership()
        .interviewOnRequest(device.address())
        .handle(
            (done, fault) -> {
              if (fault != null) {
                throw new BridgeException(
                    "Interview of '%s' (%s) failed: %s"
                        .formatted(name, device.address(), Faults.asError(fault)),
                    fault);
              }
              tools.log().info("Successfully interviewed '" + name + "'");
              Map<String, @Nullable Object> data = new LinkedHashMap<>();
              data.put("id", parameters.get("id"));
              return data;
            });
  }
}
