package org.waggle.device.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.access.Target;

/**
 * A key to set.
 *
 * @param value JSON value, possibly null
 * @param message all keys of the message for the same endpoint, suffixes removed, {@code key} too
 * @param endpoint name of the endpoint addressed, if one was
 * @param state what is known of the device or group; keys without suffix are those of {@code
 *     endpoint}
 * @param options the device's or group's options, all defaults applied
 */
public record SetRequest(
    Target target,
    String key,
    @Nullable Object value,
    Map<String, @Nullable Object> message,
    Optional<String> endpoint,
    Map<String, @Nullable Object> state,
    Map<String, @Nullable Object> options) {}
