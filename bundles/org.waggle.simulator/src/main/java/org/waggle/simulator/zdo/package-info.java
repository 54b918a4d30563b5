/**
 * The device objects (ZDO) that every station answers for: descriptors, bindings, neighbours
 * (Zigbee specification 05-3474, chapter 2.4).
 */
@NullMarked
package org.waggle.simulator.zdo;

import org.jspecify.annotations.NullMarked;
