/** What the broker remembers, and the file that remembers it longer than the process. */
@NullMarked
package org.waggle.mqtt.broker.store;

import org.jspecify.annotations.NullMarked;
