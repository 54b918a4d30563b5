/**
 * Waggle, its simulator and its peers as processes of their own, started on free ports and gone
 * when closed; and an MQTT client that waits for messages. For tests and benchmarks.
 */
@NullMarked
package org.waggle.itest.processes;

import org.jspecify.annotations.NullMarked;
