/** The commands of scope {@code waggle} for the shells of Felix and Karaf. */
@NullMarked
package org.waggle.shell;

import org.jspecify.annotations.NullMarked;
