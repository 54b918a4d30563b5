package org.waggle.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceEvent;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.ReportAttributes;

/**
 * A definition that a test sets up: it knows devices by a model id, sets and gets keys by taking
 * note of them, and decodes a report as {@code {"value": n}}.
 */
public final class FakeDefinition implements DeviceDefinition, DeviceCatalog {

  public final String modelId;
  public Source source = Source.NATIVE;
  public Specificity specificity = Specificity.MODEL;
  public boolean inPlace = true;
  public boolean configurable;
  public String version = "0.0.0";
  public Map<String, Integer> endpointNames = Map.of();
  public List<Expose> exposes = List.of(Expose.numeric("value", Access.STATE));
  public List<Expose> options = List.of();
  public final List<Encoder> encoders = new ArrayList<>();
  public final List<DeviceEvent> events = new CopyOnWriteArrayList<>();
  public final List<SetRequest> sets = new CopyOnWriteArrayList<>();
  public final List<GetRequest> gets = new CopyOnWriteArrayList<>();
  public int configured;
  public CompletionStage<Void> configuring = CompletableFuture.completedFuture(null);

  /** Decodes; by default the value of the first reported attribute. */
  public BiFunction<DeviceMessage, Device, CompletionStage<Map<String, Object>>> decoder =
      (message, device) -> CompletableFuture.completedFuture(Map.of("value", reported(message)));

  public FakeDefinition(String modelId) {
    this.modelId = modelId;
  }

  /** The value of the first reported attribute. */
  public static int reported(DeviceMessage message) {
    return (int)
        ((ReportAttributes) message.frame().command())
            .attributes()
            .get(0)
            .value()
            .integer()
            .orElseThrow();
  }

  /** Has keys served that are set and got; setting one makes it what was asked for. */
  public FakeDefinition serving(String... keys) {
    encoders.add(new NotingEncoder(Set.of(keys)));
    return this;
  }

  /** A light with brightness. */
  public static FakeDefinition light(String modelId) {
    FakeDefinition light = new FakeDefinition(modelId).serving("state", "brightness");
    light.exposes =
        List.of(
            Expose.light()
                .withFeature(Expose.binary("state", Access.ALL, "ON", "OFF"))
                .withFeature(Expose.numeric("brightness", Access.ALL)));
    return light;
  }

  private final class NotingEncoder implements Encoder {

    private final Set<String> keys;

    NotingEncoder(Set<String> keys) {
      this.keys = keys;
    }

    @Override
    public Set<String> keys() {
      return keys;
    }

    @Override
    public boolean canSet() {
      return !keys.contains("read_only");
    }

    @Override
    public boolean canGet() {
      return !keys.contains("write_only");
    }

    @Override
    public CompletionStage<SetResult> set(SetRequest request) {
      sets.add(request);
      Map<String, Object> state = new LinkedHashMap<>(request.message());
      state.keySet().retainAll(keys);
      state.values().removeIf(value -> value == null);
      return CompletableFuture.completedFuture(SetResult.of(state));
    }

    @Override
    public CompletionStage<Void> get(GetRequest request) {
      gets.add(request);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public List<? extends DeviceDefinition> definitions() {
    return List.of(this);
  }

  @Override
  public String vendor() {
    return "Acme";
  }

  @Override
  public String model() {
    return "A-" + modelId;
  }

  @Override
  public String description() {
    return "Thing";
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public Optional<Specificity> matches(DeviceIdentity device) {
    return device.modelId().filter(modelId::equals).map(found -> specificity);
  }

  @Override
  public List<Expose> exposes(DeviceIdentity device, Map<String, Object> deviceOptions) {
    return exposes;
  }

  @Override
  public List<Expose> options() {
    return options;
  }

  @Override
  public Map<String, Integer> endpointNames(DeviceIdentity device) {
    return endpointNames;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public boolean runsInPlace() {
    return inPlace;
  }

  @Override
  public CompletionStage<Map<String, Object>> decode(DeviceMessage message, Device device) {
    return decoder.apply(message, device);
  }

  @Override
  public Optional<Encoder> encoder(String key, Optional<String> endpoint) {
    return encoders.stream().filter(encoder -> encoder.keys().contains(key)).findFirst();
  }

  @Override
  public CompletionStage<Void> configure(Device device) {
    configured++;
    return configuring;
  }

  @Override
  public boolean isConfigurable() {
    return configurable;
  }

  @Override
  public void onEvent(DeviceEvent event, Device device) {
    events.add(event);
  }
}
