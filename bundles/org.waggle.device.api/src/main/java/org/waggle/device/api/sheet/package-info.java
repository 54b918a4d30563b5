/**
 * Spec sheets: what most definitions are.
 *
 * <p>A {@link org.waggle.device.api.sheet.DeviceSheet} says what a device is by what it is
 * recognized by and by its {@linkplain org.waggle.device.api.trait traits}; the {@linkplain
 * org.waggle.device.api.generic keys that every device takes} come with it.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.device.api.sheet;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
