/**
 * ASH version 2, the serial protocol under EZSP, as a network co-processor speaks it (Silicon Labs
 * UG101). Nothing here is thread safe: one thread at a time.
 */
@NullMarked
package org.waggle.simulator.ash;

import org.jspecify.annotations.NullMarked;
