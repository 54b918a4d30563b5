/** The bridge's side of MQTT: what goes out below the base topic, and what comes in. */
@NullMarked
package org.waggle.bridge.mqtt;

import org.jspecify.annotations.NullMarked;
