/** Keys that every device and group takes: scenes, and plain ZCL requests. */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.generic;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
