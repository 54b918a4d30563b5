/** What a vendor's bundle holds. */
@NullMarked
package org.waggle.itest.felix.vendor;

import org.jspecify.annotations.NullMarked;
