/**
 * The way to a coordinator: its port, ASH and EZSP transactions over it, and the two threads that
 * do all of a radio's work.
 */
@NullMarked
package org.waggle.radio.ember.link;

import org.jspecify.annotations.NullMarked;
