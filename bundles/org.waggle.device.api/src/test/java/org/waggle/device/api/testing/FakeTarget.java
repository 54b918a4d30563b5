package org.waggle.device.api.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Target;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.ZclWriter;

/** Records requests as lines: what, where, cluster, and the rest. */
abstract class FakeTarget implements Target {

  private final String where;
  final List<String> log;
  private final Map<String, Object> notes = new HashMap<>();

  FakeTarget(String where, List<String> log) {
    this.where = where;
    this.log = log;
  }

  void record(String what, int clusterId, String rest, RequestOptions options) {
    OptionalInt code = options.manufacturerCode();
    log.add(
        "%s %s %d %s%s%s"
            .formatted(
                what,
                where,
                clusterId,
                rest,
                code.isPresent() ? " m" + code.getAsInt() : "",
                options.disableDefaultResponse() ? " d" : ""));
  }

  static String hex(ZclValue value) {
    return new ZclWriter().value(value).toOctets().toString();
  }

  @Override
  public CompletionStage<Map<Integer, ZclValue>> read(
      int clusterId, List<Integer> attributeIds, RequestOptions options) {
    record(
        "read",
        clusterId,
        attributeIds.stream().map(String::valueOf).collect(Collectors.joining(",")),
        options);
    return CompletableFuture.completedFuture(Map.of());
  }

  @Override
  public CompletionStage<Void> write(
      int clusterId, Map<Integer, ZclValue> values, RequestOptions options) {
    record(
        "write",
        clusterId,
        values.entrySet().stream()
            .map(e -> e.getKey() + ":" + e.getValue().type().id() + ":" + hex(e.getValue()))
            .collect(Collectors.joining(" ")),
        options);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<ZclFrame>> command(
      int clusterId, int commandId, Octets payload, RequestOptions options) {
    record(
        options.serverToClient() ? "response" : "command",
        clusterId,
        commandId + " " + payload,
        options);
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public Map<String, Object> notes() {
    return notes;
  }
}
