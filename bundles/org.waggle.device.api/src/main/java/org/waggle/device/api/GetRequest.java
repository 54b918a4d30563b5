package org.waggle.device.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.access.Target;

/**
 * A key to ask a device for.
 *
 * @param message all keys of the message for the same endpoint, {@code key} too
 * @param endpoint name of the endpoint addressed, if one was
 */
public record GetRequest(
    Target target,
    String key,
    Map<String, @Nullable Object> message,
    Optional<String> endpoint,
    Map<String, @Nullable Object> state,
    Map<String, @Nullable Object> options) {}
