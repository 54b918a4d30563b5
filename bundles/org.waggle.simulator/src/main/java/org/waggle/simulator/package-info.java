/** A virtual Zigbee coordinator with virtual devices: a test bench, not a radio. */
@NullMarked
package org.waggle.simulator;

import org.jspecify.annotations.NullMarked;
