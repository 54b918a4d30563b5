package org.waggle.simulator.ezsp;

import org.waggle.simulator.air.Air;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;

/** Forming, leaving, opening and describing the network (UG100, section 6). */
final class NetworkCommands {

  private static final int JOINED = 0x02;
  private static final int COORDINATOR = 1;
  private static final int ENERGY_SCAN = 0;
  private static final int FIRST_CHANNEL = 11;
  private static final int LAST_CHANNEL = 26;

  /** Some channels are quieter than others: 11 is not the best. */
  private static final int QUIET_DBM = -90;

  private static final int NEVER = 0xFFFFFFFF;

  private final Air air;
  private final NetworkMemory memory;
  private final NetworkState network;
  private final HostCallbacks host;

  NetworkCommands(Air air, NetworkMemory memory, NetworkState network, HostCallbacks host) {
    this.air = air;
    this.memory = memory;
    this.network = network;
    this.host = host;
  }

  void register(Commands commands) {
    commands.on(0x0017, (in, out) -> out.u8(network.initialise()));
    commands.on(0x0018, (in, out) -> out.u8(network.isUp() ? JOINED : 0)); // networkState
    commands.on(0x001A, this::startScan);
    commands.answer(0x001D, Status.SUCCESS); // stopScan
    commands.on(0x001E, (in, out) -> out.u8(network.form(NetworkParameters.read(in))));
    commands.answer(0x001F, Status.INVALID_CALL); // joinNetwork: it is a coordinator
    commands.on(0x0020, (in, out) -> out.u8(network.leave()));
    commands.on(0x0022, (in, out) -> out.u8(network.permitJoining(in.u8())));
    commands.on(0x0026, (in, out) -> out.ieee(memory.eui64()));
    commands.on(0x0027, (in, out) -> out.u16(network.isUp() ? 0 : 0xFFFE)); // getNodeId
    commands.on(0x0028, this::getNetworkParameters);
    commands.answer(0x0010, Status.SUCCESS); // setConcentrator
    commands.answer(0x0041, Status.SUCCESS); // sendManyToOneRouteRequest
    commands.on(0x005A, (in, out) -> out.u32(NEVER)); // setSourceRouteDiscoveryMode
    commands.on(0x0099, this::setRadioPower);
    commands.on(0x009A, (in, out) -> out.u8(network.channel(in.u8()))); // setRadioChannel
    commands.on(0x00FF, (in, out) -> out.u8(memory.parameters().channel())); // getRadioChannel
    commands.answer(0x00B9, Status.SUCCESS); // setLogicalAndRadioChannel, for inter-PAN only
    commands.answer(0x0095, Status.SUCCESS); // setRadioIeee802154CcaMode
  }

  private void getNetworkParameters(WireReader in, WireWriter out) {
    if (network.isUp()) {
      out.u8(Status.SUCCESS).u8(COORDINATOR);
      memory.parameters().write(out);
    } else {
      out.u8(Status.NOT_JOINED).u8(0);
      NetworkParameters.NONE.write(out);
    }
  }

  private void setRadioPower(WireReader in, WireWriter out) {
    memory.parameters(memory.parameters().withPower(in.s8()));
    out.u8(Status.SUCCESS);
  }

  private void startScan(WireReader in, WireWriter out) {
    int type = in.u8();
    long channels = in.u32();
    out.u8(Status.SUCCESS);
    air.scheduler().execute(() -> scan(type, channels));
  }

  /** An energy scan finds some noise everywhere; an active scan finds no other network. */
  private void scan(int type, long channels) {
    for (int channel = FIRST_CHANNEL; type == ENERGY_SCAN && channel <= LAST_CHANNEL; channel++) {
      if ((channels & 1L << channel) != 0) {
        host.send(new EzspCallback.EnergyScanResult(channel, QUIET_DBM + channel * 7 % 30));
      }
    }
    host.send(new EzspCallback.ScanComplete(0, Status.SUCCESS));
  }
}
