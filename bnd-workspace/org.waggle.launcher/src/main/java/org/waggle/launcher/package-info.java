/** What starts Felix with the bundles of the distribution. */
@NullMarked
package org.waggle.launcher;

import org.jspecify.annotations.NullMarked;
