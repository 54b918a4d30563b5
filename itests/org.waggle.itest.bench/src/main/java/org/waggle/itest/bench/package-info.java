/** Waggle and real Zigbee2MQTT with Mosquitto on the same simulator, measured in turns. */
@NullMarked
package org.waggle.itest.bench;

import org.jspecify.annotations.NullMarked;
