/** Houses full of virtual devices: read from JSON, built for a benchmark, joined, remembered. */
@NullMarked
package org.waggle.simulator.house;

import org.jspecify.annotations.NullMarked;
