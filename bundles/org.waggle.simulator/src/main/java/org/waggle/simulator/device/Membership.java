package org.waggle.simulator.device;

import org.waggle.simulator.air.Coordinator;

/** The network a device belongs to, and its address there. */
public record Membership(Coordinator.Network network, int networkAddress) {}
