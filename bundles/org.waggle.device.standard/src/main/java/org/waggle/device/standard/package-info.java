@NullMarked
package org.waggle.device.standard;

import org.jspecify.annotations.NullMarked;
