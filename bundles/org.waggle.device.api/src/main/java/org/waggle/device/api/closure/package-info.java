/** Covers and locks. What they are told is never held back for later. */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.closure;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
