/** Lights: on and off, brightness, colour temperature and colour, in all forms users give them. */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.light;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
