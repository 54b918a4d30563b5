/** Remotes: the commands they send are published as actions. */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.remote;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
