/**
 * What a definition may do to a device: read, write, command, bind and report, asynchronously.
 * Implemented by the bridge; stages complete on the thread that the definition runs on, and fail
 * with {@link org.waggle.device.api.DeviceException}.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
