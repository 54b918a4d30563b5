/** The radio's stories: floods, bad lines, links that drop, sticks that move, several of them. */
package org.waggle.itest.radio;
