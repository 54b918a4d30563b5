/**
 * Zigbee networks, their nodes and groups, and the messages on them.
 *
 * <p>A {@link org.waggle.zigbee.api.ZigbeeNetwork} is one coordinator with all that joined it. Each
 * network has one event thread: its {@link org.waggle.zigbee.api.NetworkListener listeners} are
 * called there, and {@link org.waggle.zigbee.api.ZigbeeNetwork#execute} brings other work there.
 * What is handed out are immutable snapshots, safe on any thread.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.zigbee.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
