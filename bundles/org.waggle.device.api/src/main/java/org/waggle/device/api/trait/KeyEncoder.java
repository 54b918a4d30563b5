package org.waggle.device.api.trait;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.expose.Expose;

/**
 * An encoder made of functions. What these throw becomes a failure of the stage.
 *
 * @param endpoints names of the endpoints it serves; none for all
 * @param options that it obeys
 */
public record KeyEncoder(
    Set<String> keys,
    List<String> endpoints,
    List<Expose> options,
    Optional<Setter> setter,
    Optional<Getter> getter)
    implements Encoder {

  /**
   * @throws IllegalArgumentException if it would serve no key, or neither set nor get
   */
  public KeyEncoder {
    if (keys.isEmpty() || (setter.isEmpty() && getter.isEmpty())) {
      throw new IllegalArgumentException("an encoder that does nothing: " + keys);
    }
    keys = Set.copyOf(keys);
    endpoints = List.copyOf(endpoints);
    options = List.copyOf(options);
  }

  /** Sets keys. */
  @FunctionalInterface
  public interface Setter {
    CompletionStage<SetResult> set(SetRequest request);
  }

  /** Asks for keys. */
  @FunctionalInterface
  public interface Getter {
    CompletionStage<Void> get(GetRequest request);
  }

  public static KeyEncoder of(Set<String> keys, Setter setter, Getter getter) {
    return new KeyEncoder(keys, List.of(), List.of(), Optional.of(setter), Optional.of(getter));
  }

  public static KeyEncoder setOnly(Set<String> keys, Setter setter) {
    return new KeyEncoder(keys, List.of(), List.of(), Optional.of(setter), Optional.empty());
  }

  public static KeyEncoder getOnly(Set<String> keys, Getter getter) {
    return new KeyEncoder(keys, List.of(), List.of(), Optional.empty(), Optional.of(getter));
  }

  /**
   * Asks for an attribute: at the endpoint that was named, else at the first that has the cluster.
   */
  public static KeyEncoder getting(Set<String> keys, Attribute attribute) {
    return getOnly(keys, getter(attribute));
  }

  static Getter getter(Attribute attribute) {
    return request ->
        attribute.get(target(request.target(), request.endpoint(), attribute.clusterId()));
  }

  /**
   * Where a request about a cluster goes: to the endpoint that was named, else to the first that
   * serves the cluster.
   */
  public static Target target(Target target, Optional<String> endpointName, int clusterId) {
    if (endpointName.isPresent() || !(target instanceof DeviceEndpoint endpoint)) {
      return target;
    }
    Device device = endpoint.device();
    return device.identity().endpoints().stream()
        .filter(e -> e.inputClusters().contains(clusterId))
        .map(DeviceIdentity.Endpoint::id)
        .flatMap(id -> device.endpoint(id).stream())
        .map(Target.class::cast)
        .findFirst()
        .orElse(target);
  }

  public KeyEncoder withOptions(Expose... options) {
    return new KeyEncoder(keys, endpoints, List.of(options), setter, getter);
  }

  /** The same, for the endpoints of a scope only. */
  public KeyEncoder at(Scope scope) {
    return new KeyEncoder(keys, scope.names(), options, setter, getter);
  }

  boolean serves(String key, Optional<String> endpoint) {
    return keys.contains(key)
        && (endpoints.isEmpty() || endpoint.filter(endpoints::contains).isPresent());
  }

  @Override
  public boolean canSet() {
    return setter.isPresent();
  }

  @Override
  public boolean canGet() {
    return getter.isPresent();
  }

  @Override
  public CompletionStage<SetResult> set(SetRequest request) {
    return setter
        .map(function -> contained(() -> function.set(request)))
        .orElseGet(() -> refused(request.key(), "set"));
  }

  @Override
  public CompletionStage<Void> get(GetRequest request) {
    return getter
        .map(function -> contained(() -> function.get(request)))
        .orElseGet(() -> refused(request.key(), "get"));
  }

  private static <T> CompletionStage<T> contained(Supplier<CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (DeviceException e) {
      return CompletableFuture.failedFuture(e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return CompletableFuture.failedFuture(new DeviceException(String.valueOf(e.getMessage()), e));
    }
  }

  private static <T> CompletionStage<T> refused(String key, String what) {
    return CompletableFuture.failedFuture(
        new DeviceException("'" + key + "' does not support " + what));
  }
}
