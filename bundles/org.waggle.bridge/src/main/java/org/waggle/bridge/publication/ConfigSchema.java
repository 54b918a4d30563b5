package org.waggle.bridge.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.json.JsonParser;
import org.waggle.bridge.json.JsonValues;

/** The JSON schema of the configuration, as far as Waggle has it; it is a resource beside this. */
public final class ConfigSchema {

  static final Map<String, @Nullable Object> SCHEMA = read();

  private ConfigSchema() {}

  private static Map<String, @Nullable Object> read() {
    try (InputStream resource = ConfigSchema.class.getResourceAsStream("config-schema.json")) {
      byte[] bytes = Objects.requireNonNull(resource, "config-schema.json").readAllBytes();
      return JsonValues.object(JsonParser.parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonParser.NotJson e) {
      throw new IllegalStateException("config-schema.json", e);
    }
  }

  /** The options that every device has, whatever its definition. */
  public static Set<String> deviceOptions() {
    return new LinkedHashSet<>(properties("device").keySet());
  }

  /** Whether one of some options of devices takes effect at the next start only. */
  public static boolean deviceNeedsRestart(Collection<String> options) {
    return needsRestart("device", options);
  }

  /** Whether one of some options of groups takes effect at the next start only. */
  public static boolean groupNeedsRestart(Collection<String> options) {
    return needsRestart("group", options);
  }

  private static boolean needsRestart(String kind, Collection<String> options) {
    Map<String, @Nullable Object> properties = properties(kind);
    return options.stream()
        .map(option -> JsonValues.object(properties.get(option)))
        .anyMatch(property -> Boolean.TRUE.equals(property.get("requiresRestart")));
  }

  private static Map<String, @Nullable Object> properties(String kind) {
    Map<String, @Nullable Object> definitions = JsonValues.object(SCHEMA.get("definitions"));
    return JsonValues.object(JsonValues.object(definitions.get(kind)).get("properties"));
  }
}
