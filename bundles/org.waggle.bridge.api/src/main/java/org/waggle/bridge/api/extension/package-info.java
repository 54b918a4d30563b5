/**
 * What an extension of the bridge implements: it hears of entities and states, changes states on
 * their way out, and serves requests of its own.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.bridge.api.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
