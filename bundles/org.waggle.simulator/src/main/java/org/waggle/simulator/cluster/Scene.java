package org.waggle.simulator.cluster;

import org.waggle.zcl.Octets;

/**
 * A stored scene.
 *
 * @param transition in tenths of a second
 * @param name length and text, as on the wire
 * @param fields the extension field sets, as on the wire
 */
record Scene(int group, int id, int transition, Octets name, Octets fields) {}
