/** Devices and the definitions that serve them: found, called where they may run, given access. */
@NullMarked
package org.waggle.bridge.device;

import org.jspecify.annotations.NullMarked;
