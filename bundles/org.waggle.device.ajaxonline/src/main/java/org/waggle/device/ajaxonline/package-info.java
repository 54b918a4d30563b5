@NullMarked
package org.waggle.device.ajaxonline;

import org.jspecify.annotations.NullMarked;
