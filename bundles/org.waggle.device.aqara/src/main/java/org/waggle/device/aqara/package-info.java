@NullMarked
package org.waggle.device.aqara;

import org.jspecify.annotations.NullMarked;
