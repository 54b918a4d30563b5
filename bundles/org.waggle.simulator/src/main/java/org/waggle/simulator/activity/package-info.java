/**
 * What virtual devices do of their own accord, as time goes by or because somebody touches them.
 */
@NullMarked
package org.waggle.simulator.activity;

import org.jspecify.annotations.NullMarked;
