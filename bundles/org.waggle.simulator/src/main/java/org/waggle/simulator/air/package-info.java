/**
 * The radio medium: stations that hear each other, and the messages between them. Everything here
 * runs on the one thread of the simulator.
 */
@NullMarked
package org.waggle.simulator.air;

import org.jspecify.annotations.NullMarked;
