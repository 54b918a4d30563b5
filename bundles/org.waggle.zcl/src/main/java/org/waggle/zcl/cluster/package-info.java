/**
 * The facts about clusters: ids, names, types of their attributes and commands, and the payloads of
 * the commands.
 *
 * <p>{@link org.waggle.zcl.cluster.Clusters#standard} are those that Zigbee2MQTT publishes in
 * {@code bridge/definitions}, with the same names and facts, in the same order. Anyone adds
 * clusters, or replaces some, with {@link org.waggle.zcl.cluster.Clusters#with}; {@link
 * org.waggle.zcl.cluster.ClusterJson#read} reads them from a file of one's own.
 *
 * <p>The facts lie in the resource {@code clusters.json}, one line per attribute and command, in
 * the shape in which they are published. Edit it by hand; {@code ClustersTest} holds it well
 * formed.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.waggle.zcl.cluster;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
