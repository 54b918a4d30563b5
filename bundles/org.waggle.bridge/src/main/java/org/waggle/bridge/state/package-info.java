/** States of devices and groups: kept, merged, published, and passed on within groups. */
@NullMarked
package org.waggle.bridge.state;

import org.jspecify.annotations.NullMarked;
