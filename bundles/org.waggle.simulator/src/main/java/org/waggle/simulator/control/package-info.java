/** The control port: what happens to the house, told by a test in lines of JSON. */
@NullMarked
package org.waggle.simulator.control;

import org.jspecify.annotations.NullMarked;
