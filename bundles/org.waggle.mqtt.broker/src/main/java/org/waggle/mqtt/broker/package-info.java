/** An MQTT broker within the process, and links to it that need no network. */
@NullMarked
package org.waggle.mqtt.broker;

import org.jspecify.annotations.NullMarked;
