/** What the coordinator and the devices keep when their power is off. */
@NullMarked
package org.waggle.simulator.memory;

import org.jspecify.annotations.NullMarked;
