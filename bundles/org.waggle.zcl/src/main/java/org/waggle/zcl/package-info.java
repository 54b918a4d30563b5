/**
 * Zigbee Cluster Library frames, data types and values (ZCL specification 07-5123, chapter 2).
 *
 * <p>Everything here is an immutable value or a pure function: no thread, no service, no state.
 * What cannot be decoded is a {@link org.waggle.zcl.Decoded.Malformed} that says why; nothing
 * throws.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.zcl;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
