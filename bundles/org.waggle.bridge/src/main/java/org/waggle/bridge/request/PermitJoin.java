package org.waggle.bridge.request;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.Coordinator;

/** {@code permit_join}: opens the network, or one router, for some seconds, or closes it. */
final class PermitJoin implements RequestHandler {

  private static final int LONGEST_SECONDS = 254;

  private final RequestTools tools;

  PermitJoin(RequestTools tools) {
    this.tools = tools;
  }

  @Override
  public CompletionStage<Map<String, Object>> handle(Object payload) {
    Parameters parameters = new Parameters(payload);
    Number time;
    Optional<EntityKey> through = Optional.empty();
    if (parameters.isObject()) {
      time = Parameters.wholeNumber(parameters.requiring("time").get("time"));
      if (parameters.isSet("device")) {
        through = Optional.of(tools.lookup().entity(Lookup.Kind.DEVICE, parameters.get("device")));
      }
    } else {
      time = Parameters.wholeNumber(payload);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("time", time);
    through.map(tools::name).ifPresent(name -> data.put("device", name));
    return permit(Math.max(0, time.longValue()), through).thenApply(done -> data);
  }

  private CompletionStage<Void> permit(long seconds, Optional<EntityKey> through) {
    if (seconds == 0) {
      tools.log().info("Zigbee: disabling joining new devices.");
    } else {
      String via = through.map(device -> " via " + tools.name(device)).orElse("");
      tools.log().info("Zigbee: allowing new devices to join" + via + ".");
    }
    if (seconds > LONGEST_SECONDS) {
      throw new BridgeException("Cannot permit join for more than 254 seconds.");
    }
    return tools.network().permitJoin(Duration.ofSeconds(seconds), through.flatMap(this::address));
  }

  private Optional<IeeeAddress> address(EntityKey device) {
    return device instanceof EntityKey.Device known
        ? Optional.of(known.address())
        : tools.network().coordinator().map(Coordinator::ieeeAddress);
  }
}
