package org.waggle.simulator;

import org.waggle.simulator.air.Air;
import org.waggle.simulator.ezsp.Ncp;
import org.waggle.simulator.ezsp.NetworkParameters;
import org.waggle.simulator.house.House;
import org.waggle.simulator.house.JoinWhenOpen;
import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.IeeeAddress;

/** Coordinator, air and devices: everything that lives on the event loop. */
record World(Air air, Ncp ncp, House house) {

  private static final IeeeAddress EUI64 = new IeeeAddress(0x842e14fffe000001L);
  private static final int DEFAULT_POWER = 5;

  /** To be called on the event loop. */
  static World of(EventLoop loop, Simulator.Builder builder) {
    Air air = new Air(loop, builder.latency());
    Ncp ncp = new Ncp(air, builder.memory(), EUI64, builder.ezspVersion(), builder.seed());
    builder.formed().ifPresent(network -> ncp.form(parameters(network), network.networkKey()));
    House house = new House(air, builder.memory());
    builder.devices().forEach(house::add);
    if (builder.joined()) {
      house.joinAll();
    }
    if (builder.joinWhenOpen()) {
      new JoinWhenOpen(house, air, builder.joinInterval()).begin();
    }
    return new World(air, ncp, house);
  }

  private static NetworkParameters parameters(FormedNetwork network) {
    WireReader extendedPanId = new WireReader(network.extendedPanId());
    return new NetworkParameters(
        extendedPanId.u32() | extendedPanId.u32() << 32,
        network.panId(),
        DEFAULT_POWER,
        network.channel(),
        0,
        0,
        0,
        1L << network.channel());
  }
}
