/**
 * What the bridge does by itself: it follows the network, configures devices, keeps groups in step.
 */
@NullMarked
package org.waggle.bridge.feature;

import org.jspecify.annotations.NullMarked;
