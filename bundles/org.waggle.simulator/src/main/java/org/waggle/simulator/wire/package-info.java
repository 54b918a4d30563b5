/**
 * Reading and writing the little-endian fields of EZSP and ZDO. Deliberately not the codec of
 * {@code org.waggle.zcl}: a mistake there must not hide on both sides of the radio.
 */
@NullMarked
package org.waggle.simulator.wire;

import org.jspecify.annotations.NullMarked;
