package org.waggle.device.api.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceIdentity.KnownAttribute;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.ReportingRequest;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Scene;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclValue;

/** An endpoint that records what is done to it; what it was not told to answer is unsupported. */
public final class FakeEndpoint extends FakeTarget implements DeviceEndpoint {

  private record Key(int clusterId, int id) {}

  private final FakeDevice device;
  private final int id;
  private final Map<Key, ZclValue> attributes = new HashMap<>();
  private final Map<Key, ZclFrame> answers = new HashMap<>();
  private final List<Scene> scenes = new ArrayList<>();
  private boolean silent;

  FakeEndpoint(FakeDevice device, int id, List<String> log) {
    super(String.valueOf(id), log);
    this.device = device;
    this.id = id;
  }

  /** Has an attribute, though nobody knows its value yet. */
  public void has(int clusterId, int attributeId, ZclValue value) {
    attributes.put(new Key(clusterId, attributeId), value);
  }

  /** Answers no read any more. */
  public void fallSilent() {
    silent = true;
  }

  /** Answers a command. */
  public void answers(int clusterId, int commandId, ZclFrame answer) {
    answers.put(new Key(clusterId, commandId), answer);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public CompletionStage<Map<Integer, ZclValue>> read(
      int clusterId, List<Integer> attributeIds, RequestOptions options) {
    super.read(clusterId, attributeIds, options);
    if (silent) {
      return CompletableFuture.failedFuture(new DeviceException("no answer"));
    }
    Map<Integer, ZclValue> found = new LinkedHashMap<>();
    for (int attributeId : attributeIds) {
      ZclValue value = attributes.get(new Key(clusterId, attributeId));
      if (value != null) {
        found.put(attributeId, value);
        know(clusterId, attributeId, value);
      }
    }
    return CompletableFuture.completedFuture(found);
  }

  /** The value is known from now on, as after a read or report. */
  public void know(int clusterId, int attributeId, ZclValue value) {
    DeviceIdentity before = device.identity();
    List<DeviceIdentity.Endpoint> endpoints =
        before.endpoints().stream()
            .map(e -> e.id() == id ? with(e, new KnownAttribute(clusterId, attributeId, value)) : e)
            .toList();
    device.identity(
        new DeviceIdentity(
            before.ieeeAddress(),
            before.networkAddress(),
            before.router(),
            before.manufacturerCode(),
            before.manufacturerName(),
            before.modelId(),
            before.powerSource(),
            before.applicationVersion(),
            before.hardwareVersion(),
            before.dateCode(),
            before.softwareBuildId(),
            endpoints));
  }

  private static DeviceIdentity.Endpoint with(
      DeviceIdentity.Endpoint endpoint, KnownAttribute attribute) {
    List<KnownAttribute> known = new ArrayList<>(endpoint.attributes());
    known.removeIf(
        k -> k.clusterId() == attribute.clusterId() && k.attributeId() == attribute.attributeId());
    known.add(attribute);
    return new DeviceIdentity.Endpoint(
        endpoint.id(),
        endpoint.profileId(),
        endpoint.deviceId(),
        endpoint.inputClusters(),
        endpoint.outputClusters(),
        known);
  }

  @Override
  public CompletionStage<Optional<ZclFrame>> command(
      int clusterId, int commandId, Octets payload, RequestOptions options) {
    super.command(clusterId, commandId, payload, options);
    return CompletableFuture.completedFuture(
        Optional.ofNullable(answers.get(new Key(clusterId, commandId))));
  }

  @Override
  public CompletionStage<Void> bind(int clusterId) {
    log.add("bind " + id + " " + clusterId);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> unbind(int clusterId) {
    log.add("unbind " + id + " " + clusterId);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> configureReporting(
      int clusterId, List<ReportingRequest> reporting, RequestOptions options) {
    record(
        "report",
        clusterId,
        reporting.stream().map(FakeEndpoint::text).collect(Collectors.joining(" ")),
        options);
    return CompletableFuture.completedFuture(null);
  }

  private static String text(ReportingRequest request) {
    return "%d:%d:%d:%d:%s"
        .formatted(
            request.attributeId(),
            request.type().id(),
            request.minimumInterval(),
            request.maximumInterval(),
            request
                .reportableChange()
                .filter(change -> request.type().isAnalog())
                .map(FakeTarget::hex)
                .orElse(""));
  }

  @Override
  public CompletionStage<Void> send(int clusterId, ZclCommand command, RequestOptions options) {
    record("send", clusterId, command.toString(), options);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public List<Scene> scenes() {
    return List.copyOf(scenes);
  }

  @Override
  public void noteScene(Scene scene) {
    forgetScenes(known -> known.is(scene.groupId(), scene.id()));
    scenes.add(scene);
  }

  @Override
  public void forgetScenes(Predicate<Scene> which) {
    scenes.removeIf(which);
  }

  /** The failure of a request that the device refused. */
  public static DeviceException refused(ZclStatus status) {
    return new DeviceException("Status '" + status.name() + "'", status);
  }
}
