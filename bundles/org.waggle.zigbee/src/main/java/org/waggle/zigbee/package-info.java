/** The Zigbee networks: everything between a radio and those who use its devices. */
@NullMarked
package org.waggle.zigbee;

import org.jspecify.annotations.NullMarked;
