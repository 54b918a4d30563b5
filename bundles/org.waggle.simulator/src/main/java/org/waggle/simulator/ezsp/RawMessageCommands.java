package org.waggle.simulator.ezsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.waggle.zcl.Octets;

/** MAC frames as they are, for touchlink. */
final class RawMessageCommands {

  private final ScheduledExecutorService scheduler;
  private final NetworkMemory memory;
  private final HostCallbacks host;
  private final List<Octets> sent = new ArrayList<>();
  private int channel;

  RawMessageCommands(ScheduledExecutorService scheduler, NetworkMemory memory, HostCallbacks host) {
    this.scheduler = scheduler;
    this.memory = memory;
    this.host = host;
  }

  void register(Commands commands) {
    commands.on(0x0051, this::send); // with priority and CCA after the message
    commands.until(13, 0x0096, this::send); // without
    commands.on(0x00B9, this::setLogicalAndRadioChannel);
    commands.until(13, 0x00BA, (in, out) -> out.u8(channel())); // getLogicalChannel
    commands.on(0x00BE, (in, out) -> out.u8(0)); // isZllNetwork
  }

  void clear() {
    channel = 0;
  }

  /** The frames the host sent. */
  List<Octets> sent() {
    return List.copyOf(sent);
  }

  /** Where the radio listens now. */
  int channel() {
    return channel == 0 ? memory.parameters().channel() : channel;
  }

  private void send(EzspReader in, EzspWriter out) {
    Octets message = in.octets(in.u8());
    sent.add(message);
    out.status(Status.SUCCESS);
    scheduler.execute(
        () -> host.send(new EzspCallback.RawTransmitComplete(Status.SUCCESS, message)));
  }

  private void setLogicalAndRadioChannel(EzspReader in, EzspWriter out) {
    channel = in.u8();
    out.status(Status.SUCCESS);
  }
}
