/** Virtual devices: what they are made of, and how they behave. */
@NullMarked
package org.waggle.simulator.device;

import org.jspecify.annotations.NullMarked;
