/** JSON as MQTT clients of the bridge write and read it: by JavaScript's rules. */
@NullMarked
package org.waggle.bridge.json;

import org.jspecify.annotations.NullMarked;
