package org.waggle.bridge.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.bridge.device.Facts;
import org.waggle.device.api.expose.Expose;

/** A definition as clients are told of it. */
final class DefinitionJson {

  private static final Pattern NOT_IN_FILE_NAMES =
      Pattern.compile("[^a-z\\d\\- _./:]", Pattern.CASE_INSENSITIVE);

  private DefinitionJson() {}

  /**
   * @param options of the device
   * @param modelId of the device, empty if not known
   */
  static Map<String, Object> of(
      Facts facts, Map<String, ? extends @Nullable Object> options, String modelId) {
    DefinitionSummary summary = facts.summary();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", summary.source().name().toLowerCase(Locale.ROOT));
    json.put("model", summary.model());
    json.put("vendor", summary.vendor());
    json.put("description", summary.description());
    json.put("exposes", maps(summary.exposes()));
    json.put("supports_ota", summary.supportsOta());
    json.put("options", maps(summary.options()));
    json.put("version", facts.version());
    Object icon = options.get("icon");
    String address = icon instanceof String own ? own : facts.icon().orElse("");
    if (!address.isEmpty()) {
      json.put("icon", withNames(address, modelId, summary.model()));
    }
    return json;
  }

  private static List<Map<String, Object>> maps(List<Expose> exposes) {
    return exposes.stream().map(Expose::toMap).toList();
  }

  private static String withNames(String address, String modelId, String model) {
    return replaced(replaced(address, "$zigbeeModel", modelId), "$model", model);
  }

  private static String replaced(String address, String placeholder, String name) {
    return address.replaceFirst(
        Pattern.quote(placeholder),
        Matcher.quoteReplacement(NOT_IN_FILE_NAMES.matcher(name).replaceAll("-")));
  }
}
