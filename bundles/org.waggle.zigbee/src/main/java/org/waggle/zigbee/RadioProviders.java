package org.waggle.zigbee;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.ZigbeeRadioProvider;

/** The providers of radios that are there now, by what they say of themselves. */
final class RadioProviders {

  private record Entry(ZigbeeRadioProvider provider, List<String> adapters) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private volatile Runnable changed = () -> {};

  /** What to run when one came or went, on whatever thread that was noticed. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  void add(ZigbeeRadioProvider provider, Map<String, ?> properties) {
    entries.add(new Entry(provider, adapters(properties.get(ZigbeeRadioProvider.ADAPTER))));
    changed.run();
  }

  void remove(ZigbeeRadioProvider provider) {
    entries.removeIf(entry -> entry.provider == provider);
    changed.run();
  }

  Optional<ZigbeeRadioProvider> find(String adapter) {
    return entries.stream()
        .filter(entry -> entry.adapters.contains(adapter))
        .map(Entry::provider)
        .findFirst();
  }

  boolean has(ZigbeeRadioProvider provider) {
    return entries.stream().anyMatch(entry -> entry.provider == provider);
  }

  private static List<String> adapters(@Nullable Object property) {
    if (property instanceof String[] several) {
      return List.of(several);
    }
    if (property instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return property == null ? List.of() : List.of(property.toString());
  }
}
