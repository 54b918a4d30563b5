/** The ways to coordinators: serial ports through jSerialComm, and TCP. */
@NullMarked
package org.waggle.radio.serial;

import org.jspecify.annotations.NullMarked;
