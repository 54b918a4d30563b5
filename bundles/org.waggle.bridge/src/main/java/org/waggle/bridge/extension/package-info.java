/** What other bundles have added to the bridge: listeners, hooks and requests. */
@NullMarked
package org.waggle.bridge.extension;

import org.jspecify.annotations.NullMarked;
