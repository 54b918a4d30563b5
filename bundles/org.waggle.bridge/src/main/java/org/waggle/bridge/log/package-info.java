/** What the bridge tells its users: lines in the log and on {@code bridge/logging}. */
@NullMarked
package org.waggle.bridge.log;

import org.jspecify.annotations.NullMarked;
