/**
 * The host's end of an asynchronous serial host link (ASH version 2, Silicon Labs UG101): frames
 * over a line that loses and damages octets, each delivered once and in order.
 *
 * <p>Pure state machines: octets and the time are handed in, octets to send are taken out. Nothing
 * here has threads, waits, or does I/O.
 */
@NullMarked
package org.waggle.radio.ember.ash;

import org.jspecify.annotations.NullMarked;
