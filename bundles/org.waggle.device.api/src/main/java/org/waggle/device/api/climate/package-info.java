/** Thermostats and fans. */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.climate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
