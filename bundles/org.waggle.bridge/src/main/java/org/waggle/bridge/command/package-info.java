/** Set and get: from a topic and a payload to calls of a definition. */
@NullMarked
package org.waggle.bridge.command;

import org.jspecify.annotations.NullMarked;
