/** The distribution under more than a house would ever send. */
package org.waggle.itest.flood;
