package org.waggle.bridge.networkmap;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.json.JsonValues;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * {@code networkmap}: asks all routers whom they hear, and on wish which routes they know, and
 * answers with a map. Requests that come while nodes are being asked share the answers. Used on the
 * event thread.
 */
public final class NetworkMap implements RequestHandler {

  private static final String RAW = "raw";
  private static final String GRAPHVIZ = "graphviz";
  private static final String PLANTUML = "plantuml";
  private static final List<String> TYPES = List.of(RAW, GRAPHVIZ, PLANTUML);

  private final ZigbeeNetwork network;
  private final Surveyor surveyor;
  private final BridgeLog log;
  private final InstantSource clock;
  private final List<Scan> running = new ArrayList<>();

  public NetworkMap(
      ZigbeeNetwork network,
      EntityNames names,
      Definitions definitions,
      BridgeLog log,
      InstantSource clock) {
    this.network = network;
    this.surveyor = new Surveyor(network, names, definitions);
    this.log = log;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> handle(Object payload) {
    boolean isObject = payload instanceof Map || payload instanceof List;
    Map<String, @Nullable Object> parameters = JsonValues.object(payload);
    String type = type(isObject, parameters, payload);
    boolean routes = !JsonValues.isFalse(parameters.get("routes"));
    return scan(routes)
        .thenApply(
            tables -> {
              Topology topology = surveyor.topology(tables, routes);
              Map<String, @Nullable Object> data = new LinkedHashMap<>();
              data.put("type", type);
              if (!isObject) {
                data.put("routes", false);
              } else if (parameters.containsKey("routes")) {
                data.put("routes", parameters.get("routes"));
              }
              data.put("value", drawn(type, topology));
              return data;
            });
  }

  private static String type(
      boolean isObject, Map<String, @Nullable Object> parameters, Object payload) {
    Object type = isObject ? parameters.get("type") : payload;
    if (type instanceof String known && TYPES.contains(known)) {
      return known;
    }
    boolean absent = isObject && !parameters.containsKey("type");
    throw new BridgeException(
        "Type '%s' not supported, allowed are: %s"
            .formatted(absent ? "undefined" : JsonValues.shown(type), String.join(",", TYPES)));
  }

  private Object drawn(String type, Topology topology) {
    return switch (type) {
      case GRAPHVIZ -> Graphviz.of(topology, clock.instant());
      case PLANTUML -> PlantUml.of(topology, clock.instant());
      default -> RawMap.of(topology);
    };
  }

  private CompletionStage<Map<IeeeAddress, Tables>> scan(boolean routes) {
    if (!network.status().isOnline()) {
      throw new BridgeException("The radio is not there");
    }
    Optional<Scan> shared =
        running.stream().filter(scan -> scan.hasRoutes() || !routes).findFirst();
    if (shared.isPresent()) {
      return shared.get().result();
    }
    Scan scan = new Scan(network, routes);
    running.add(scan);
    List<IeeeAddress> routers = surveyor.routers();
    log.info(
        "Scanning the network: %d nodes%s"
            .formatted(routers.size(), routes ? ", with their routes" : ""));
    return scan.start(routers)
        .thenApply(
            tables -> {
              running.remove(scan);
              log.info("The network was scanned");
              tables.forEach((node, told) -> tellFailures(node, told.failures(routes)));
              return tables;
            });
  }

  private void tellFailures(IeeeAddress node, List<String> failures) {
    if (!failures.isEmpty()) {
      log.error(
          "'%s' did not tell its tables: %s"
              .formatted(surveyor.name(node), String.join(", ", failures)));
    }
  }

  /** Asks nobody any more; who waits for a map gets none. */
  public void stop() {
    running.forEach(Scan::cancel);
    running.clear();
  }
}
