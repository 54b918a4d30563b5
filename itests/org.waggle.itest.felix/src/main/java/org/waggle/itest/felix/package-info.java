/** Tests that run inside Felix, beside the bundles. */
@NullMarked
package org.waggle.itest.felix;

import org.jspecify.annotations.NullMarked;
