/** Requests below {@code bridge/request}: one class each. */
@NullMarked
package org.waggle.bridge.request;

import org.jspecify.annotations.NullMarked;
