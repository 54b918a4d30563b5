package org.waggle.simulator.cluster;

import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.zcl.ClusterCommand;

/** genBasic, 0x0000 (ZCL 3.2). */
final class Basic implements ClusterBehaviour {

  static final int CLUSTER = 0x0000;

  private static final int RESET_TO_DEFAULTS = 0x00;

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    return command.id() == RESET_TO_DEFAULTS ? Reply.SUCCESS : Reply.UNSUPPORTED;
  }
}
