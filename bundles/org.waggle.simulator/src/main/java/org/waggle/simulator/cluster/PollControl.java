package org.waggle.simulator.cluster;

import java.time.Duration;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

/** genPollCtrl, 0x0020 (ZCL 3.16): a sleeper that asks whether it should stay awake. */
public final class PollControl implements ClusterBehaviour {

  static final int CLUSTER = 0x0020;

  private static final int CHECK_IN_INTERVAL = 0x0000;
  private static final int LONG_POLL_INTERVAL = 0x0001;
  private static final int SHORT_POLL_INTERVAL = 0x0002;
  private static final int FAST_POLL_TIMEOUT = 0x0003;
  private static final int CHECK_IN = 0x00;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;

  PollControl(VirtualEndpoint endpoint, ClusterAttributes attributes) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    attributes.define(CHECK_IN_INTERVAL, ZclType.UINT32, 14_400);
    attributes.define(LONG_POLL_INTERVAL, ZclType.UINT32, 20);
    attributes.define(SHORT_POLL_INTERVAL, ZclType.UINT16, 2);
    attributes.define(FAST_POLL_TIMEOUT, ZclType.UINT16, 40);
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  /** Asks those it is bound to. */
  public void checkIn() {
    endpoint.sendToBindings(
        CLUSTER, Direction.SERVER_TO_CLIENT, false, new ClusterCommand(CHECK_IN, Octets.EMPTY));
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    WireReader in = new WireReader(command.payload());
    switch (command.id()) {
      case 0x00 -> {
        boolean fast = in.u8() != 0;
        int wanted = in.u16();
        long quarters = wanted == 0 ? attributes.number(FAST_POLL_TIMEOUT, 0) : wanted;
        if (fast) {
          endpoint.device().antenna().stayAwake(Duration.ofMillis(250 * quarters));
        }
      }
      case 0x01 -> {}
      case 0x02 -> attributes.set(LONG_POLL_INTERVAL, in.u32());
      case 0x03 -> attributes.set(SHORT_POLL_INTERVAL, in.u16());
      default -> {
        return Reply.UNSUPPORTED;
      }
    }
    return Reply.SUCCESS;
  }
}
