package org.waggle.device.api.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;

/** A device that records what a definition does to it, and answers as it was told. */
public final class FakeDevice implements Device {

  private final Map<Integer, FakeEndpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, Object> memory = new LinkedHashMap<>();
  private final Map<String, Runnable> scheduled = new LinkedHashMap<>();
  private final List<String> log;
  private DeviceIdentity identity;
  private DeviceDefinition definition;

  /** What was published outside of messages. */
  public final List<Map<String, Object>> published = new ArrayList<>();

  public final Map<String, Object> state = new LinkedHashMap<>();
  public final Map<String, Object> options = new LinkedHashMap<>();

  public FakeDevice(DeviceIdentity identity, List<String> log) {
    this.identity = identity;
    this.log = log;
    identity.endpoints().forEach(e -> endpoints.put(e.id(), new FakeEndpoint(this, e.id(), log)));
  }

  /** What was done to it, one line each. */
  public List<String> log() {
    return log;
  }

  public FakeEndpoint fakeEndpoint(int id) {
    return endpoints.get(id);
  }

  public void servedBy(DeviceDefinition definition) {
    this.definition = definition;
  }

  /** Runs what was scheduled, whatever the delay. */
  public void runScheduled() {
    List<Runnable> tasks = new ArrayList<>(scheduled.values());
    scheduled.clear();
    tasks.forEach(Runnable::run);
  }

  void identity(DeviceIdentity identity) {
    this.identity = identity;
  }

  @Override
  public DeviceIdentity identity() {
    return identity;
  }

  @Override
  public Optional<DeviceDefinition> definition() {
    return Optional.ofNullable(definition);
  }

  @Override
  public Optional<DeviceEndpoint> endpoint(int id) {
    return Optional.ofNullable(endpoints.get(id));
  }

  @Override
  public List<DeviceEndpoint> endpoints() {
    return List.copyOf(endpoints.values());
  }

  @Override
  public Map<String, Object> state() {
    return state;
  }

  @Override
  public Map<String, Object> options() {
    return options;
  }

  @Override
  public void publish(Map<String, Object> partialState) {
    published.add(partialState);
  }

  @Override
  public void schedule(String key, Duration delay, Runnable task) {
    scheduled.put(key, task);
  }

  @Override
  public void cancel(String key) {
    scheduled.remove(key);
  }

  @Override
  public void correctPowerSource(int powerSource) {
    log.add("power source " + powerSource);
  }

  @Override
  public Object recall(String key) {
    return memory.get(key);
  }

  @Override
  public void remember(String key, Object value) {
    if (value == null) {
      memory.remove(key);
    } else {
      memory.put(key, value);
    }
  }
}
