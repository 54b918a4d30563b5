/** What the clusters of a virtual device do, one class per cluster (ZCL specification 07-5123). */
@NullMarked
package org.waggle.simulator.cluster;

import org.jspecify.annotations.NullMarked;
