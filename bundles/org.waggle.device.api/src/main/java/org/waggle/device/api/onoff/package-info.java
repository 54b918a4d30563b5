/** Things that are on or off: relays, plugs, valves. */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.onoff;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
