/**
 * Moquette 0.17 put together anew: its sessions, subscriptions and deliveries, with Waggle's way in
 * and out.
 *
 * <p>These classes share a package, and therefore a bundle, with Moquette's own because its parts
 * are package-private. {@link io.moquette.broker.EmbeddedMoquette} is the only door for the rest of
 * the bundle.
 */
@NullMarked
package io.moquette.broker;

import org.jspecify.annotations.NullMarked;
