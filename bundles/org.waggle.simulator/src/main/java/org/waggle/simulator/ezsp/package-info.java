/**
 * A network co-processor with the frame layouts of EZSP 8 to 19 (Silicon Labs UG100), and the
 * coordinator it is on the air. Everything here runs on the one thread of the simulator.
 */
@NullMarked
package org.waggle.simulator.ezsp;

import org.jspecify.annotations.NullMarked;
