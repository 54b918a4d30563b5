package org.waggle.zigbee;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.ZigbeeRadioProvider;

/** The providers of radios that are there now, by what they say of themselves. */
final class RadioProviders {

  /** Stands for whatever family fits. */
  static final String ANY = "auto";

  private static final String RANKING = "service.ranking";
  private static final String ID = "service.id";

  /**
   * A provider as it is registered.
   *
   * @param adapters its families, the one that it is named after first
   * @param ranking below 0 for one that stands in where nothing better is there
   */
  record Entry(ZigbeeRadioProvider provider, List<String> adapters, int ranking, long id) {

    /** What to call the family when this one is used for it. */
    String adapter(String wanted) {
      return wanted.equals(ANY) ? family() : wanted;
    }

    private String family() {
      return adapters.isEmpty() ? "" : adapters.get(0);
    }

    /** Whether something better may come for what is wanted. */
    boolean standsIn(String wanted) {
      return ranking < 0 && !family().equals(wanted);
    }
  }

  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::id);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private volatile Runnable changed = () -> {};

  /** What to run when one came or went, on whatever thread that was noticed. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  void add(ZigbeeRadioProvider provider, Map<String, ?> properties) {
    entries.add(
        new Entry(
            provider,
            adapters(properties.get(ZigbeeRadioProvider.ADAPTER)),
            properties.get(RANKING) instanceof Integer ranking ? ranking : 0,
            properties.get(ID) instanceof Long id ? id : 0));
    changed.run();
  }

  void remove(ZigbeeRadioProvider provider) {
    entries.removeIf(entry -> entry.provider == provider);
    changed.run();
  }

  /** Those for a family, or for any, best first. For any, one that stands in is the last resort. */
  List<Entry> find(String adapter) {
    List<Entry> found =
        entries.stream()
            .filter(entry -> adapter.equals(ANY) || entry.adapters.contains(adapter))
            .sorted(BEST_FIRST)
            .toList();
    List<Entry> proper = found.stream().filter(entry -> entry.ranking >= 0).toList();
    return adapter.equals(ANY) && !proper.isEmpty() ? proper : found;
  }

  /** The best one for a family. */
  Optional<Entry> best(String adapter) {
    return find(adapter).stream().findFirst();
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
