/** The guide through the simulated house; an MQTT client that prints what it sees. */
@NullMarked
package org.waggle.demo;

import org.jspecify.annotations.NullMarked;
