package org.waggle.device.api.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;

/** A device as its definition sees it. Valid until the definition's {@code STOP} event. */
@ProviderType
public interface Device {

  /** What it says about itself, as known now. */
  DeviceIdentity identity();

  /** The definition that serves it; empty while one is looked for. */
  Optional<DeviceDefinition> definition();

  Optional<DeviceEndpoint> endpoint(int id);

  /** All endpoints, by id. */
  List<DeviceEndpoint> endpoints();

  /** The state as last published. */
  Map<String, @Nullable Object> state();

  /** The options in force: the device's own over those for all devices over the defaults. */
  Map<String, @Nullable Object> options();

  /** Publishes a part of the state outside of a message, such as one computed after a delay. */
  void publish(Map<String, @Nullable Object> partialState);

  /**
   * Runs a task later, on the thread that the definition runs on. Cancelled when the definition
   * stops serving the device.
   *
   * @param key a task with the same key that has not run yet is replaced
   */
  void schedule(String key, Duration delay, Runnable task);

  /** Cancels a scheduled task; harmless if there is none. */
  void cancel(String key);

  /**
   * Corrects the power source that the device gave.
   *
   * @param powerSource value of the Basic cluster's PowerSource attribute
   */
  void correctPowerSource(int powerSource);

  /** A value that a definition put there for this device; survives restarts. */
  @Nullable Object recall(String key);

  /** Keeps a JSON value for this device; null forgets it. */
  void remember(String key, @Nullable Object value);
}
