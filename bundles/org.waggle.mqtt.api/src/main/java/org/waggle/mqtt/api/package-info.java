/**
 * A link to an MQTT broker, embedded or external, as the bridge sees it.
 *
 * <p>{@link org.waggle.mqtt.api.MqttLink} is the service. Sessions outlive the connection: while
 * the broker is away they report so and come back by themselves.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.mqtt.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
