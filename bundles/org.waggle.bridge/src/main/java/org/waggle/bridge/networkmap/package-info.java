/** The map of the network: who hears whom, and which way frames go. */
@NullMarked
package org.waggle.bridge.networkmap;

import org.jspecify.annotations.NullMarked;
