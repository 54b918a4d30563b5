/** The ember dongle of zsmartsystems as a radio: transport only, none of its network stack. */
@NullMarked
package org.waggle.radio.zsmartsystems;

import org.jspecify.annotations.NullMarked;
