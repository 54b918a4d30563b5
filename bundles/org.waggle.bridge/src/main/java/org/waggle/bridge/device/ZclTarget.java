package org.waggle.bridge.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Target;
import org.waggle.zcl.AttributeStatus;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.WriteAttributes;
import org.waggle.zcl.WriteAttributesNoResponse;
import org.waggle.zcl.WriteAttributesResponse;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;

/** ZCL requests of a definition to an endpoint or a group, over the network. */
abstract class ZclTarget implements Target {

  /** How long a request that may be late waits for a sleeping device. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final ZclRequest.Target target;
  private final Runner runner;
  final DeviceContext context;

  ZclTarget(ZclRequest.Target target, DeviceContext context, Runner runner) {
    this.target = target;
    this.context = context;
    this.runner = runner;
  }

  @Override
  public CompletionStage<Map<Integer, ZclValue>> read(
      int clusterId, List<Integer> attributeIds, RequestOptions options) {
    return deliver(
        request(clusterId, new ReadAttributes(attributeIds), options)
            .thenApply(ZclTarget::valuesRead));
  }

  private static Map<Integer, ZclValue> valuesRead(Optional<ZclMessage> answer) {
    Map<Integer, ZclValue> values = new LinkedHashMap<>();
    if (answer.isPresent()
        && answer.get().frame().command() instanceof ReadAttributesResponse read) {
      for (ReadAttributesResponse.Result result : read.results()) {
        result.value().ifPresent(value -> values.put(result.attributeId(), value));
      }
    }
    return values;
  }

  @Override
  public CompletionStage<Void> write(
      int clusterId, Map<Integer, ZclValue> values, RequestOptions options) {
    List<AttributeValue> attributes = new ArrayList<>();
    values.forEach((id, value) -> attributes.add(new AttributeValue(id, value)));
    ZclCommand command =
        target instanceof ZclRequest.Target.Group
            ? new WriteAttributesNoResponse(attributes)
            : new WriteAttributes(attributes);
    return deliver(request(clusterId, command, options).thenAccept(ZclTarget::checkWritten));
  }

  private static void checkWritten(Optional<ZclMessage> answer) {
    if (answer.isPresent()
        && answer.get().frame().command() instanceof WriteAttributesResponse written
        && !written.failures().isEmpty()) {
      AttributeStatus failure = written.failures().get(0);
      throw new DeviceException("Status '" + failure.status().name() + "'");
    }
  }

  @Override
  public CompletionStage<Optional<ZclFrame>> command(
      int clusterId, int commandId, Octets payload, RequestOptions options) {
    return deliver(
        request(clusterId, new ClusterCommand(commandId, payload), options)
            .thenApply(answer -> answer.map(ZclMessage::frame)));
  }

  final CompletionStage<Optional<ZclMessage>> request(
      int clusterId, ZclCommand command, RequestOptions options) {
    return context
        .network()
        .send(
            new ZclRequest(
                target,
                clusterId,
                options.manufacturerCode(),
                options.serverToClient() ? Direction.SERVER_TO_CLIENT : Direction.CLIENT_TO_SERVER,
                command,
                1,
                options.disableDefaultResponse(),
                options.replyTo(),
                options.timeout().orElse(ZclRequest.DEFAULT_TIMEOUT),
                options
                    .holdKey()
                    .map(key -> new Patience(PATIENCE, Optional.of(key)))
                    .orElse(Patience.NONE)));
  }

  /** Completes where the definition runs, and fails in its terms. */
  final <T> CompletionStage<T> deliver(CompletionStage<T> stage) {
    CompletableFuture<T> delivered = new CompletableFuture<>();
    stage.whenComplete(
        (value, failure) ->
            runner.execute(
                () -> {
                  if (failure == null) {
                    delivered.complete(value);
                  } else {
                    delivered.completeExceptionally(inTermsOfDevices(failure));
                  }
                }));
    return delivered;
  }

  private static DeviceException inTermsOfDevices(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof DeviceException known
        ? known
        : new DeviceException(String.valueOf(cause.getMessage()), cause);
  }
}
