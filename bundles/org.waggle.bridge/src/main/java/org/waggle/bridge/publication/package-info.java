/** The topics below {@code bridge}: what clients are told of the bridge and its network. */
@NullMarked
package org.waggle.bridge.publication;

import org.jspecify.annotations.NullMarked;
