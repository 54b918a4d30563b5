/**
 * What a device definition is: how a device is recognized, what it exposes, and how its messages
 * become state and state becomes requests.
 *
 * <p>A bundle that knows devices offers a {@link org.waggle.device.api.DeviceCatalog} service. Most
 * definitions are {@linkplain org.waggle.device.api.trait spec sheets}; anything else may implement
 * {@link org.waggle.device.api.DeviceDefinition} itself. State is a map of JSON values: {@code
 * String}, {@code Boolean}, {@code Number} (exact: {@code Integer}, {@code Long}, {@code
 * BigDecimal}), {@code Map<String, Object>}, {@code List<Object>} or {@code null}.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
