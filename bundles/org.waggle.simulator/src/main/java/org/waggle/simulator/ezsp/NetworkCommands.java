package org.waggle.simulator.ezsp;

import org.waggle.simulator.air.Air;

/** Forming, leaving, opening and describing the network (UG100, section 6). */
final class NetworkCommands {

  private static final int JOINED = 0x02;
  private static final int COORDINATOR = 1;
  private static final int ENERGY_SCAN = 0;
  private static final int FIRST_CHANNEL = 11;
  private static final int LAST_CHANNEL = 26;

  /** Some channels are quieter than others: 11 is not the best. */
  private static final int QUIET_DBM = -90;

  private static final int UNUSED_PAN_ID = 0x2A5C;

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
    commands.on(0x0017, (in, out) -> out.status(network.initialise()));
    commands.on(0x0018, (in, out) -> out.u8(network.isUp() ? JOINED : 0)); // networkState
    commands.on(0x001A, this::startScan);
    commands.answer(0x001D, Status.SUCCESS); // stopScan
    commands.on(0x001E, (in, out) -> out.status(network.form(NetworkParameters.read(in))));
    commands.answer(0x001F, Status.INVALID_CALL); // joinNetwork: it is a coordinator
    commands.on(0x0020, (in, out) -> out.status(network.leave()));
    commands.answer(0x0021, Status.INVALID_CALL); // findAndRejoinNetwork
    commands.on(0x0022, (in, out) -> out.status(network.permitJoining(in.u8())));
    commands.on(0x0026, (in, out) -> out.ieee(memory.eui64()));
    commands.on(0x0027, (in, out) -> out.u16(network.isUp() ? 0 : 0xFFFE)); // getNodeId
    commands.on(0x0028, this::getNetworkParameters);
    commands.answer(0x0042, Status.INVALID_CALL); // pollForData: it is no child
    commands.on(0x0057, (in, out) -> out.u8(network.isUp() ? 1 : 0)); // sendPanIdUpdate
    commands.until(8, 0x0095, (in, out) -> out.status(Status.SUCCESS)); // overrideCurrentChannel
    commands.since(9, 0x0095, (in, out) -> out.status(Status.SUCCESS)); // setRadioCcaMode
    commands.on(0x0099, this::setRadioPower);
    commands.on(0x009A, (in, out) -> out.status(network.channel(in.u8()))); // setRadioChannel
    commands.answer(0x009C, Status.SUCCESS); // energyScanRequest
    commands.on(0x00D3, this::findUnusedPanId);
    commands.on(0x00FC, (in, out) -> out.u8(1)); // getPhyInterfaceCount
    commands.on(0x00FD, this::getRadioParameters);
    commands.answer(0x00FE, Status.SUCCESS); // writeNodeData
    commands.on(0x00FF, (in, out) -> out.u8(memory.parameters().channel())); // getRadioChannel
    commands.since(14, 0x011F, (in, out) -> out.u8(network.isOpen() ? 1 : 0));
    commands.since(14, 0x0127, this::getExtendedPanId);
    commands.since(14, 0x014E, (in, out) -> out.u8(0)); // getCurrentNetwork
  }

  private void getNetworkParameters(EzspReader in, EzspWriter out) {
    if (network.isUp()) {
      out.status(Status.SUCCESS).u8(COORDINATOR);
      memory.parameters().write(out);
    } else {
      out.status(Status.NOT_JOINED).u8(0);
      NetworkParameters.NONE.write(out);
    }
  }

  private void getRadioParameters(EzspReader in, EzspWriter out) {
    NetworkParameters parameters = network.isUp() ? memory.parameters() : NetworkParameters.NONE;
    out.status(network.isUp() ? Status.SUCCESS : Status.NOT_JOINED)
        .u8(parameters.power())
        .u8(0)
        .u8(parameters.channel());
  }

  private void getExtendedPanId(EzspReader in, EzspWriter out) {
    long id = memory.parameters().extendedPanId();
    out.u32(id).u32(id >>> 32);
  }

  private void setRadioPower(EzspReader in, EzspWriter out) {
    memory.parameters(memory.parameters().withPower(in.s8()));
    out.status(Status.SUCCESS);
  }

  /** The response is an sl_status since EZSP 9. */
  private void startScan(EzspReader in, EzspWriter out) {
    int type = in.u8();
    long channels = in.u32();
    if (out.version().since(9)) {
      out.slStatus(Status.SUCCESS);
    } else {
      out.status(Status.SUCCESS);
    }
    air.scheduler().execute(() -> scan(type, channels));
  }

  /** An energy scan finds some noise everywhere; an active scan finds no other network. */
  private void scan(int type, long channels) {
    for (int channel = FIRST_CHANNEL; type == ENERGY_SCAN && channel <= LAST_CHANNEL; channel++) {
      if ((channels & 1L << channel) != 0) {
        host.send(new EzspCallback.EnergyScanResult(channel, QUIET_DBM + channel * 7 % 30));
      }
    }
    host.send(new EzspCallback.ScanComplete(LAST_CHANNEL, Status.SUCCESS));
  }

  private void findUnusedPanId(EzspReader in, EzspWriter out) {
    long channels = in.u32();
    out.status(Status.SUCCESS);
    int channel = channels == 0 ? FIRST_CHANNEL : Long.numberOfTrailingZeros(channels);
    air.scheduler()
        .execute(() -> host.send(new EzspCallback.UnusedPanIdFound(UNUSED_PAN_ID, channel)));
  }
}
