/**
 * The frames of the EmberZNet Serial Protocol (EZSP, Silicon Labs UG100), versions 8 to 19, as a
 * host sees them: requests out, responses and callbacks in.
 *
 * <p>Each frame is declared once, with its layout by version ({@link
 * org.waggle.radio.ember.ezsp.ByVersion}); the files follow the chapters of UG100. Everything is a
 * value or a pure function.
 */
@NullMarked
package org.waggle.radio.ember.ezsp;

import org.jspecify.annotations.NullMarked;
