package org.waggle.bridge.device;

import org.waggle.device.api.DeviceCatalog;

/**
 * A catalog that is there at the moment.
 *
 * @param userSupplied whether the user added it: it is preferred to what comes with Waggle
 * @param ranking its {@code service.ranking}: of two equally specific definitions the one from the
 *     higher counts
 * @param serviceId its {@code service.id}: the older one counts where nothing else decides
 */
public record Catalog(DeviceCatalog service, boolean userSupplied, int ranking, long serviceId) {}
