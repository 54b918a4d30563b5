/**
 * What a device shows and takes, and what options it has, described for clients: the objects of
 * {@code exposes} and {@code options} in {@code bridge/devices}.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.expose;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
