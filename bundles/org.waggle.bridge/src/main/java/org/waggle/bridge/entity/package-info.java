/** Devices and groups by name, id and options: what the user calls things. */
@NullMarked
package org.waggle.bridge.entity;

import org.jspecify.annotations.NullMarked;
