package org.waggle.device.api.expose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a device shows or takes, as clients are told of it. Immutable.
 *
 * <p>There are generic ones ({@code binary}, {@code numeric}, {@code enum}, {@code text}, {@code
 * composite}, {@code list}), each about one property of the state, and specific ones that gather
 * generic ones as features ({@code light}, {@code switch}, {@code lock}, {@code cover}, {@code
 * fan}, {@code climate}). All that is known of one is its {@linkplain #toMap map}, a JSON object;
 * keys that Waggle does not know are kept.
 */
public final class Expose {

  private final Map<String, Object> content;

  private Expose(Map<String, Object> content) {
    this.content = Collections.unmodifiableMap(content);
  }

  /** A property of two values. */
  public static Expose binary(String name, int access, Object valueOn, Object valueOff) {
    return generic("binary", name, name, access)
        .with("value_on", valueOn)
        .with("value_off", valueOff);
  }

  /** A number. */
  public static Expose numeric(String name, int access) {
    return generic("numeric", name, name, access);
  }

  /** One of some values; type {@code enum}. */
  public static Expose choice(String name, int access, List<? extends Object> values) {
    return generic("enum", name, name, access).with("values", List.copyOf(values));
  }

  /** Any text. */
  public static Expose text(String name, int access) {
    return generic("text", name, name, access);
  }

  /** An object; {@code property} is what it is called in the state. */
  public static Expose composite(String name, String property, int access) {
    return generic("composite", name, property, access).with("features", List.of());
  }

  /** An array of {@code itemType}. */
  public static Expose list(String name, int access, Expose itemType) {
    return generic("list", name, name, access)
        .with("item_type", itemType.without("property").content);
  }

  /** A light without features. */
  public static Expose light() {
    return specific("light");
  }

  /** Something that is on or off, without features; type {@code switch}. */
  public static Expose onOff() {
    return specific("switch");
  }

  /** A lock without features. */
  public static Expose lock() {
    return specific("lock");
  }

  /** A cover without features. */
  public static Expose cover() {
    return specific("cover");
  }

  /** A fan without features. */
  public static Expose fan() {
    return specific("fan");
  }

  /** A thermostat or the like, without features. */
  public static Expose climate() {
    return specific("climate");
  }

  /**
   * The expose that a JSON object describes.
   *
   * @param content copied; entries without a value are left out
   * @throws IllegalArgumentException if there is no {@code type}
   */
  public static Expose ofMap(Map<String, ? extends @Nullable Object> content) {
    if (!(content.get("type") instanceof String)) {
      throw new IllegalArgumentException("no type: " + content);
    }
    return new Expose(copy(content));
  }

  private static Expose generic(String type, String name, String property, int access) {
    return specific(type)
        .with("name", name)
        .with("label", labelOf(name))
        .with("property", property)
        .with("access", access);
  }

  private static Expose specific(String type) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", type);
    return switch (type) {
      case "light", "switch", "lock", "cover", "fan", "climate" ->
          new Expose(content).with("features", List.of());
      default -> new Expose(content);
    };
  }

  private static String labelOf(String name) {
    String words = name.replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code binary}, {@code numeric}, {@code enum}, ... {@code light}, ... */
  public String type() {
    return (String) content.getOrDefault("type", "");
  }

  /** What it is; specific exposes have no name. */
  public Optional<String> name() {
    return string("name");
  }

  /** What users read. */
  public Optional<String> label() {
    return string("label");
  }

  /** What it is called in the state: the name, with a suffix where there are several endpoints. */
  public Optional<String> property() {
    return string("property");
  }

  /** The name of the endpoint it belongs to, where there are several. */
  public Optional<String> endpoint() {
    return string("endpoint");
  }

  public Optional<String> unit() {
    return string("unit");
  }

  /** {@code config} or {@code diagnostic}. */
  public Optional<String> category() {
    return string("category");
  }

  public Optional<String> description() {
    return string("description");
  }

  /** {@linkplain Access Bits}; 0 for specific exposes, whose features have their own. */
  public int access() {
    return content.get("access") instanceof Number bits ? bits.intValue() : 0;
  }

  /** Of a composite or a specific expose; else none. */
  public List<Expose> features() {
    List<Expose> features = new ArrayList<>();
    if (content.get("features") instanceof List<?> list) {
      list.forEach(feature -> features.add(ofObject(feature)));
    }
    return List.copyOf(features);
  }

  /** Of an enum; else none. */
  public List<Object> values() {
    return content.get("values") instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  /** Of a list. */
  public Optional<Expose> itemType() {
    return Optional.ofNullable(content.get("item_type")).map(Expose::ofObject);
  }

  /** Anything else, such as {@code value_on}, {@code value_min}, {@code length_max}. */
  public Optional<Object> attribute(String key) {
    return Optional.ofNullable(content.get(key));
  }

  /** The feature with a name, at any depth above composites' own. */
  public Optional<Expose> feature(String name) {
    return features().stream()
        .filter(feature -> feature.name().equals(Optional.of(name)))
        .findFirst();
  }

  /** The JSON object that clients are told. Unmodifiable at every level. */
  public Map<String, Object> toMap() {
    return content;
  }

  /** A copy with one attribute more, or another. */
  public Expose with(String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(content);
    changed.put(key, copy(value));
    return new Expose(changed);
  }

  /** A copy with one attribute less. */
  public Expose without(String key) {
    Map<String, Object> changed = new LinkedHashMap<>(content);
    changed.remove(key);
    return new Expose(changed);
  }

  public Expose withLabel(String label) {
    return with("label", label);
  }

  public Expose withDescription(String description) {
    return with("description", description);
  }

  public Expose withProperty(String property) {
    return with("property", property);
  }

  public Expose withAccess(int access) {
    return with("access", access);
  }

  public Expose withUnit(String unit) {
    return with("unit", unit);
  }

  /** {@code config} or {@code diagnostic}. */
  public Expose withCategory(String category) {
    return with("category", category);
  }

  /** A numeric within bounds. */
  public Expose withRange(Number minimum, Number maximum) {
    return with("value_min", minimum).with("value_max", maximum);
  }

  /** A numeric that comes in steps. */
  public Expose withStep(Number step) {
    return with("value_step", step);
  }

  /** A numeric, or an option, with one more value that has a name. */
  public Expose withPreset(String name, Object value, String description) {
    Map<String, Object> preset = new LinkedHashMap<>();
    preset.put("name", name);
    preset.put("value", value);
    preset.put("description", description);
    return withMore("presets", preset);
  }

  /** A composite or specific expose with one more feature, which belongs to the same endpoint. */
  public Expose withFeature(Expose feature) {
    return withMore("features", endpoint().map(feature::withEndpoint).orElse(feature).content);
  }

  /**
   * The same for one endpoint of several: its property and those of its features, but not those
   * below them, get {@code _endpoint} at the end.
   */
  public Expose withEndpoint(String endpoint) {
    Expose result = with("endpoint", endpoint).withSuffix(endpoint);
    if (!content.containsKey("features")) {
      return result;
    }
    List<Object> features = new ArrayList<>();
    for (Expose feature : features()) {
      features.add(
          feature.property().isPresent()
              ? feature.with("endpoint", endpoint).withSuffix(endpoint).content
              : feature.content);
    }
    return result.with("features", features);
  }

  private Expose withSuffix(String endpoint) {
    return property().map(property -> withProperty(property + "_" + endpoint)).orElse(this);
  }

  private Expose withMore(String key, Object element) {
    List<Object> elements = new ArrayList<>();
    if (content.get(key) instanceof List<?> list) {
      elements.addAll(list);
    }
    elements.add(element);
    return with(key, elements);
  }

  private Optional<String> string(String key) {
    return content.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Expose ofObject(Object object) {
    return object instanceof Map<?, ?> map ? new Expose(copy(map)) : specific("text");
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            result.put((String) key, copy(value));
          }
        });
    return Collections.unmodifiableMap(result);
  }

  private static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Expose::copy).toList();
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expose expose && content.equals(expose.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return content.toString();
  }
}
