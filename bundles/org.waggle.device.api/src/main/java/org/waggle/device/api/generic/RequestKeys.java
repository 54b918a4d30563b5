package org.waggle.device.api.generic;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.CommandDefinition;

/** Plain ZCL requests by users who know what they do; what comes of them is logged. */
final class RequestKeys {

  private static final Logger LOG = LoggerFactory.getLogger(RequestKeys.class);
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private RequestKeys() {}

  static List<KeyEncoder> encoders() {
    return List.of(
        KeyEncoder.setOnly(Set.of("read"), RequestKeys::read),
        KeyEncoder.setOnly(Set.of("write"), RequestKeys::write),
        KeyEncoder.setOnly(Set.of("command"), RequestKeys::command),
        KeyEncoder.setOnly(Set.of("reset"), RequestKeys::reset),
        KeyEncoder.setOnly(Set.of("zclcommand"), RequestKeys::zclCommand));
  }

  private static CompletionStage<SetResult> read(SetRequest request) {
    Map<?, ?> wish = UserInput.object(request);
    RequestOptions options = UserInput.options(wish.get("options"));
    ClusterDefinition cluster = Names.cluster(request, wish.get("cluster"), options);
    List<Integer> ids = new ArrayList<>();
    if (wish.get("attributes") instanceof List<?> attributes) {
      attributes.forEach(a -> ids.add(Names.attributeId(cluster, a, options)));
    }
    return request
        .target()
        .read(cluster.id(), ids, options)
        .thenApply(
            values -> {
              Map<String, Object> result = new LinkedHashMap<>();
              values.forEach(
                  (id, value) -> result.put(Names.attribute(cluster, id, options), shown(value)));
              LOG.info(
                  "{}: read result of '{}': {}",
                  Names.of(request.target()),
                  wish.get("cluster"),
                  GSON.toJson(result));
              return wish.get("state_property") instanceof String property
                  ? SetResult.of(Map.of(property, result))
                  : SetResult.NONE;
            });
  }

  private static Object shown(ZclValue value) {
    return value
        .text()
        .map(Object.class::cast)
        .or(() -> value.decimal().map(Numbers::of))
        .orElseGet(() -> String.valueOf(value.value()));
  }

  private static CompletionStage<SetResult> write(SetRequest request) {
    Map<?, ?> wish = UserInput.object(request);
    RequestOptions options = UserInput.options(wish.get("options"));
    ClusterDefinition cluster = Names.cluster(request, wish.get("cluster"), options);
    Map<Integer, ZclValue> values = new LinkedHashMap<>();
    if (wish.get("payload") instanceof Map<?, ?> payload) {
      payload.forEach(
          (name, value) ->
              values.put(
                  Names.attributeId(cluster, name, options), value(cluster, name, value, options)));
    }
    return request
        .target()
        .write(cluster.id(), values, options)
        .thenApply(
            ignored -> {
              LOG.info(
                  "{}: wrote '{}' to '{}'",
                  Names.of(request.target()),
                  GSON.toJson(wish.get("payload")),
                  wish.get("cluster"));
              return SetResult.NONE;
            });
  }

  /** Of an attribute nobody knows, the type is given with the value. */
  private static ZclValue value(
      ClusterDefinition cluster, Object name, @Nullable Object value, RequestOptions options) {
    AttributeDefinition known = Names.known(cluster, name, options).orElse(null);
    if (known != null) {
      return ZclValue.convert(known.type(), required(value, name));
    }
    if (value instanceof Map<?, ?> typed) {
      int id = Numbers.require(typed.get("type"), name + ".type").intValue();
      ZclType type = ZclType.of(id).orElseThrow(() -> new DeviceException("No data type " + id));
      return ZclValue.convert(type, required(typed.get("value"), name));
    }
    throw new DeviceException(
        "Unknown attribute '%s', specify either an existing attribute or a number".formatted(name));
  }

  private static Object required(@Nullable Object value, Object name) {
    if (value == null) {
      throw new DeviceException("No value for '" + name + "'");
    }
    return value;
  }

  private static CompletionStage<SetResult> command(SetRequest request) {
    Map<?, ?> wish = UserInput.object(request);
    return send(request, wish)
        .thenApply(
            ignored -> {
              LOG.info(
                  "{}: invoked '{}.{}' with payload '{}'",
                  Names.of(request.target()),
                  wish.get("cluster"),
                  wish.get("command"),
                  GSON.toJson(wish.get("payload")));
              return SetResult.NONE;
            });
  }

  private static CompletionStage<SetResult> zclCommand(SetRequest request) {
    Map<?, ?> wish = UserInput.object(request);
    boolean general = Numbers.exact(wish.get("frametype")).filter(f -> f.signum() == 0).isPresent();
    return (general ? sendGeneral(request, wish) : send(request, wish))
        .thenApply(
            ignored -> {
              if (Boolean.TRUE.equals(wish.get("logging"))) {
                LOG.info(
                    "{}: invoked ZCL command {}.{} with payload '{}'",
                    Names.of(request.target()),
                    wish.get("cluster"),
                    wish.get("command"),
                    GSON.toJson(wish.get("payload")));
              }
              return SetResult.NONE;
            });
  }

  private static CompletionStage<Void> send(SetRequest request, Map<?, ?> wish) {
    RequestOptions options = UserInput.options(wish.get("options"));
    ClusterDefinition cluster = Names.cluster(request, wish.get("cluster"), options);
    CommandDefinition command = Names.command(cluster, wish.get("command"));
    Map<String, Object> values = new LinkedHashMap<>();
    if (wish.get("payload") instanceof Map<?, ?> payload) {
      payload.forEach(
          (name, value) -> {
            if (value != null) {
              values.put(String.valueOf(name), value);
            }
          });
    }
    Octets payload = command.encode(values);
    return request
        .target()
        .command(cluster.id(), command.id(), payload, options)
        .thenAccept(answer -> {});
  }

  private static CompletionStage<Void> sendGeneral(SetRequest request, Map<?, ?> wish) {
    if (!(request.target() instanceof DeviceEndpoint endpoint)) {
      throw new DeviceException("Not an endpoint");
    }
    RequestOptions options = UserInput.options(wish.get("options"));
    ClusterDefinition cluster = Names.cluster(request, wish.get("cluster"), options);
    return endpoint.send(
        cluster.id(), GeneralRequests.of(wish.get("command"), wish.get("payload")), options);
  }

  /** Back to factory defaults (ZCL 3.2.2.3.1). */
  private static CompletionStage<SetResult> reset(SetRequest request) {
    return request
        .target()
        .command(0x0000, 0x00, Octets.EMPTY, RequestOptions.DEFAULT)
        .thenApply(answer -> SetResult.NONE);
  }
}
