/**
 * EZSP frames that the library lacks or reads in another layout than EZSP 13 has (UG100, EZSP
 * Reference Guide). Public, because the library makes them by reflection.
 */
@NullMarked
package org.waggle.radio.zsmartsystems.frame;

import org.jspecify.annotations.NullMarked;
