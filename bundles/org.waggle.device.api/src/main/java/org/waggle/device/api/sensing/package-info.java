/** Sensors and meters: what devices measure, detect, and say about themselves. */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.sensing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
