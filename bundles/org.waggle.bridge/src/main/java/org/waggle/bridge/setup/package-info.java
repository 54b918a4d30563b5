/** How a bridge is set up. */
@NullMarked
package org.waggle.bridge.setup;

import org.jspecify.annotations.NullMarked;
