/**
 * Zigbee Device Object frames: what nodes say about themselves and the network (Zigbee
 * specification 05-3474 R22, sections 2.3.2 and 2.4).
 *
 * <p>Immutable values and pure functions, as in {@link org.waggle.zcl}; nothing throws on bad
 * frames.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.zcl.zdo;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
