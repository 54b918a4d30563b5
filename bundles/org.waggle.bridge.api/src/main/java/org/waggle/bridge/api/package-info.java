/**
 * The bridge between a Zigbee network and MQTT topics, for extensions, shell commands and anybody
 * else in the process: its entities, their state, and its requests.
 *
 * <p>Each network has one {@link org.waggle.bridge.api.Bridge} service. State, options and payloads
 * are maps of JSON values as in {@code org.waggle.device.api}: {@code String}, {@code Boolean},
 * {@code Number}, {@code Map<String, Object>}, {@code List<Object>} or {@code null}.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.bridge.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
