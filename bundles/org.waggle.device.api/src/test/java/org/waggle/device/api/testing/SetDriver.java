package org.waggle.device.api.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Encoder;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.Target;

/** Sets and gets as the bridge does: the order of keys, endpoints in keys, one encoder once. */
public final class SetDriver {

  private static final Set<String> STATE_KEYS = Set.of("state", "brightness", "brightness_percent");

  private final FakeDevice device;
  private final DeviceDefinition definition;
  private final Map<String, Integer> names;

  /** What was made of the state, endpoint suffixes included. */
  public final Map<String, Object> published = new LinkedHashMap<>();

  public final Map<String, Object> memberStates = new LinkedHashMap<>();
  public final List<String> errors = new ArrayList<>();

  public SetDriver(FakeDevice device, DeviceDefinition definition) {
    this.device = device;
    this.definition = definition;
    this.names = definition.endpointNames(device.identity());
    device.servedBy(definition);
  }

  public void set(Map<String, Object> message) {
    run(message, device.endpoints().get(0), device.state, true);
  }

  public void get(Map<String, Object> message) {
    run(message, device.endpoints().get(0), device.state, false);
  }

  /** Sets a group whose members all have this definition. */
  public void set(FakeGroup group, Map<String, Object> message, Map<String, Object> state) {
    run(message, group, state, true);
  }

  private void run(
      Map<String, Object> message, Target first, Map<String, Object> state, boolean set) {
    boolean off = message.get("state") instanceof String s && s.equalsIgnoreCase("off");
    List<String> keys = new ArrayList<>(message.keySet());
    keys.sort(Comparator.comparing(key -> STATE_KEYS.contains(key) == off));
    Map<Target, Set<Encoder>> used = new HashMap<>();
    for (String key : keys) {
      Optional<String> endpoint =
          names.keySet().stream().filter(name -> key.endsWith("_" + name)).findFirst();
      Target target =
          endpoint.map(name -> (Target) device.fakeEndpoint(names.get(name))).orElse(first);
      String plain = endpoint.map(n -> key.substring(0, key.length() - n.length() - 1)).orElse(key);
      Optional<Encoder> encoder = definition.encoder(plain, endpoint);
      if (encoder.isEmpty()) {
        errors.add("No converter available for '" + plain + "'");
      } else if (!set || used.computeIfAbsent(target, t -> new HashSet<>()).add(encoder.get())) {
        apply(encoder.get(), target, plain, message.get(key), message, endpoint, state, set);
      }
    }
  }

  private void apply(
      Encoder encoder,
      Target target,
      String key,
      Object value,
      Map<String, Object> message,
      Optional<String> endpoint,
      Map<String, Object> state,
      boolean set) {
    Map<String, Object> own = stripped(message, endpoint);
    Map<String, Object> ownState = stripped(state, endpoint);
    try {
      if (!set) {
        Bench.await(
            encoder.get(new GetRequest(target, key, own, endpoint, ownState, device.options)));
        return;
      }
      SetResult result =
          Bench.await(
              encoder.set(
                  new SetRequest(target, key, value, own, endpoint, ownState, device.options)));
      result.state().forEach((k, v) -> published.put(endpoint.map(e -> k + "_" + e).orElse(k), v));
      result.memberStates().forEach((address, s) -> memberStates.put(address.toString(), s));
    } catch (DeviceException e) {
      errors.add(e.getMessage());
    }
  }

  private static Map<String, Object> stripped(Map<String, Object> map, Optional<String> endpoint) {
    Map<String, Object> result = new LinkedHashMap<>(map);
    endpoint.ifPresent(
        name ->
            map.forEach(
                (key, value) -> {
                  if (key.endsWith("_" + name)) {
                    result.remove(key);
                    result.put(key.substring(0, key.length() - name.length() - 1), value);
                  }
                }));
    return result;
  }
}
