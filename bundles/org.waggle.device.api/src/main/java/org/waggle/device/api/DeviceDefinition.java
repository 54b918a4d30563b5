package org.waggle.device.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.cluster.ClusterDefinition;

/**
 * All there is to know about one kind of device.
 *
 * <p>A definition keeps nothing about a single device; what it needs comes with each call. Calls
 * for one device come one at a time. Where {@link #runsInPlace} is true they come on the event
 * thread and must neither block nor take long; otherwise on a worker thread, with a time limit. An
 * exception costs the message or request at hand, no more.
 */
@ConsumerType
public interface DeviceDefinition {

  /** Who wrote a definition. */
  enum Source {
    /** It comes with Waggle. */
    NATIVE,
    /** Made up from the device's descriptors. */
    GENERATED,
    /** The user added it. */
    EXTERNAL
  }

  String vendor();

  String model();

  /** One line about the device for users. */
  String description();

  Source source();

  /** Whether the definition is meant for a device, and how closely; empty if it is not. */
  Optional<Specificity> matches(DeviceIdentity device);

  /**
   * What the device shows and takes; may depend on the device and its options. The link quality,
   * which every device has, is added by the bridge.
   */
  List<Expose> exposes(DeviceIdentity device, Map<String, @Nullable Object> options);

  /** The options that the definition understands. */
  List<Expose> options();

  /**
   * Endpoints by the name that stands in topics and properties ({@code left}, {@code l1}), in
   * order. {@code default} is no such name but says which one is meant where none is named; without
   * it, that is the device's first.
   */
  default Map<String, Integer> endpointNames(DeviceIdentity device) {
    return Map.of();
  }

  /** Whether the device takes firmware over the air. */
  default boolean supportsOta() {
    return false;
  }

  /** Version of {@link #configure}: {@code 0.0.N}; a device is configured anew when it changed. */
  default String version() {
    return "0.0.0";
  }

  /** A picture of the device: an address, {@code $model} and {@code $zigbeeModel} replaced. */
  default Optional<String> icon() {
    return Optional.empty();
  }

  /** Clusters that only this device has, or has differently. */
  default Collection<ClusterDefinition> customClusters() {
    return List.of();
  }

  /**
   * How devices of this kind want to be spoken to, under the names that zigbee-herdsman-converters
   * has for such marks ({@code supportsHueAndSaturation}, {@code coverInverted}, ...): what an
   * encoder that serves a whole group needs to know about its members.
   */
  default Map<String, Object> meta() {
    return Map.of();
  }

  /**
   * Whether the definition is made of Waggle's own traits only, so that it can be trusted with the
   * event thread.
   */
  default boolean runsInPlace() {
    return false;
  }

  /**
   * Turns a message into state.
   *
   * @return the properties that the message tells of, endpoint suffixes included; empty if none
   */
  CompletionStage<Map<String, @Nullable Object>> decode(DeviceMessage message, Device device);

  /**
   * Finds what sets and gets a key on this kind of device.
   *
   * @param key without endpoint suffix
   * @param endpoint the name of the endpoint that is addressed, if any; for a group, of the member
   *     endpoint
   * @return the same object for keys that one request serves together
   */
  Optional<Encoder> encoder(String key, Optional<String> endpoint);

  /** Prepares a device: binds, reporting, first reads. Fails as soon as a step fails. */
  default CompletionStage<Void> configure(Device device) {
    return CompletableFuture.completedFuture(null);
  }

  /** Whether {@link #configure} does anything. */
  default boolean isConfigurable() {
    return false;
  }

  /** Told of what happens to a device besides its messages. */
  default void onEvent(DeviceEvent event, Device device) {}
}
