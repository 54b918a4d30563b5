/** A host of the EmberZNet Serial Protocol (EZSP, Silicon Labs UG100) over ASH (UG101). */
@NullMarked
package org.waggle.radio.ember;

import org.jspecify.annotations.NullMarked;
