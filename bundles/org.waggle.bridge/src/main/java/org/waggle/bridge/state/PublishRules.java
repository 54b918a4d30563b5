package org.waggle.bridge.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishOptions;

/**
 * What an entity's options say about publishing its state.
 *
 * @param optimistic whether what was set is published before the device says so
 * @param unpublished properties that never are in a message
 * @param uncached properties that are not remembered
 * @param unassumed properties that a set does not publish
 */
public record PublishRules(
    PublishOptions options,
    boolean optimistic,
    PropertyFilter unpublished,
    PropertyFilter uncached,
    PropertyFilter unassumed) {

  static PublishRules of(Map<String, ? extends @Nullable Object> options) {
    return new PublishRules(
        new PublishOptions(
            number(options.get("qos"), 0, 2),
            Boolean.TRUE.equals(options.get("retain")),
            number(options.get("retention"), 0, Integer.MAX_VALUE)),
        !Boolean.FALSE.equals(options.get("optimistic")),
        PropertyFilter.of(options.get("filtered_attributes")),
        PropertyFilter.of(options.get("filtered_cache")),
        PropertyFilter.of(options.get("filtered_optimistic")));
  }

  private static int number(@Nullable Object option, int least, int greatest) {
    return option instanceof Number number
        ? Math.min(greatest, Math.max(least, number.intValue()))
        : least;
  }
}
