package org.waggle.bridge.request;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.api.extension.RequestHandler;
import org.waggle.bridge.json.JsonParser;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.json.JsonValues;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.log.Faults;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.zigbee.api.Subscription;

/**
 * Takes requests to whoever serves them, and publishes their responses. Requests that nobody serves
 * are not answered. Used on the event thread, but for {@link #serve}.
 */
public final class Requests {

  /** Topics below the base topic. */
  public static final String REQUEST = "bridge/request/";

  private static final String RESPONSE = "bridge/response/";
  private static final String TRANSACTION = "transaction";

  /** Characters of a response that has no line in the log. */
  private static final int LONG = 1 << 16;

  /** How a request is read. */
  public enum Form {
    /** The case of the path does not matter; what is not JSON is text. */
    LENIENT,
    /** The path is to be spelled exactly; what is not JSON is text. Failures are only answered. */
    EXACT,
    /**
     * The path is to be spelled exactly; what is not JSON, or is as good as nothing, is not
     * answered.
     */
    STRICT
  }

  private record Service(RequestHandler handler, Form form) {}

  private final String baseTopic;
  private final Outbox outbox;
  private final BridgeLog log;
  private final Map<String, Service> services = new ConcurrentHashMap<>();

  public Requests(String baseTopic, Outbox outbox, BridgeLog log) {
    this.baseTopic = baseTopic;
    this.outbox = outbox;
    this.log = log;
  }

  /** Serves requests whose path is written in any case. For any thread. */
  public Subscription serve(String path, RequestHandler handler) {
    return serve(path, handler, Form.LENIENT);
  }

  Subscription serve(String path, RequestHandler handler, Form form) {
    String key = path.toLowerCase(Locale.ROOT);
    Service service = new Service(handler, form);
    if (services.putIfAbsent(key, service) != null) {
      throw new IllegalStateException("request '" + path + "' is served already");
    }
    return () -> services.remove(key, service);
  }

  /** Answers a request that came by MQTT. */
  public void receive(String path, String text) {
    Service service = services.get(path.toLowerCase(Locale.ROOT));
    if (service == null || (service.form != Form.LENIENT && !services.containsKey(path))) {
      return;
    }
    Object payload;
    try {
      payload = service.form == Form.STRICT ? JsonParser.parse(text) : JsonParser.parseOrText(text);
    } catch (JsonParser.NotJson e) {
      log.error("Request '" + topic(path) + "' is not JSON: " + e.getMessage());
      return;
    }
    if (payload == null) {
      log.error("Request '" + topic(path) + "' has no payload");
      return;
    }
    if (service.form == Form.STRICT && JsonValues.isFalse(payload)) {
      return;
    }
    Object given = payload;
    call(service, given)
        .whenComplete(
            (data, fault) -> {
              if (fault == null) {
                respond(path, given, Map.of("data", data, "status", "ok"));
              } else {
                fail(service, path, given, Faults.message(fault));
              }
            });
  }

  private String topic(String path) {
    return baseTopic + "/" + REQUEST + path;
  }

  private void fail(Service service, String path, Object payload, String error) {
    if (service.form == Form.LENIENT) {
      log.error("Request '" + topic(path) + "' failed with error: '" + error + "'");
    } else if (service.form == Form.STRICT) {
      log.error(error);
    }
    respond(path, payload, Map.of("data", Map.of(), "error", error, "status", "error"));
  }

  private void respond(String path, Object payload, Map<String, ? extends @Nullable Object> form) {
    Map<String, @Nullable Object> response = new LinkedHashMap<>(form);
    Map<String, @Nullable Object> object = JsonValues.object(payload);
    if (object.containsKey(TRANSACTION)) {
      response.put(TRANSACTION, object.get(TRANSACTION));
    }
    String text = JsonText.sorted(response);
    if (text.length() > LONG) {
      // The same again in the log would double the load, of clients too.
      outbox.publishQuietly(RESPONSE + path, text, PublishOptions.DEFAULT);
    } else {
      outbox.publish(RESPONSE + path, text, PublishOptions.DEFAULT);
    }
  }

  /** Carries out a request of somebody in the process. */
  public CompletionStage<Map<String, @Nullable Object>> request(
      String path, Map<String, ? extends @Nullable Object> parameters) {
    Service service = services.get(path.toLowerCase(Locale.ROOT));
    if (service == null) {
      return CompletableFuture.failedFuture(
          new BridgeException("Request '" + path + "' is not served"));
    }
    return call(service, parameters)
        .handle(
            (data, fault) -> {
              if (fault != null) {
                throw new BridgeException(Faults.message(fault), Faults.cause(fault));
              }
              return data;
            });
  }

  private static CompletionStage<Map<String, @Nullable Object>> call(
      Service service, Object payload) {
    try {
      return service.handler.handle(payload).thenApply(HashMap::new);
    } catch (RuntimeException e) {
      // Handlers say by exceptions what is wrong with a request; faults of theirs are answered too.
      return CompletableFuture.failedFuture(e);
    }
  }
}
