/**
 * The vocabulary of {@linkplain org.waggle.device.api.sheet spec sheets}.
 *
 * <p>Each {@link org.waggle.device.api.trait.Trait} knows what it exposes, which messages tell of
 * it, how it is set, and what has to be configured. Traits are values; they keep nothing about a
 * device. The packages beside this one have traits for what is common: lights, covers, sensors.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.trait;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
