/**
 * What a Zigbee coordinator radio is to the rest of Waggle: it forms or resumes a network, sends
 * and receives APS frames, and says when it is gone.
 *
 * <p>A radio knows nothing of ZCL, ZDO, interviews or retries above the APS layer. It never blocks
 * a caller and never waits for its listener. {@link org.waggle.radio.api.RadioPorts} gives radios
 * the way to their coordinators, be it a serial port or TCP.
 */
@Export
@Version("0.2.0")
@NullMarked
package org.waggle.radio.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
