/**
 * The Zigbee2MQTT contract over a Zigbee network, an MQTT link and device definitions.
 *
 * <p>{@link org.waggle.bridge.NetworkBridge} puts the parts together; each part is a small class in
 * the package that is named after what it is about. All of them live on the network's event thread
 * unless they say otherwise.
 */
@NullMarked
package org.waggle.bridge;

import org.jspecify.annotations.NullMarked;
