package org.waggle.simulator.device;

import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclStatus;

/** What a cluster answers to a command. */
public sealed interface Reply {

  Reply SUCCESS = new Status(ZclStatus.SUCCESS);

  /** The cluster does not know the command. */
  Reply UNSUPPORTED = new Status(ZclStatus.UNSUP_COMMAND);

  Reply MALFORMED = new Status(ZclStatus.MALFORMED_COMMAND);

  /** Not even a default response. */
  Reply NOTHING = new Silence();

  /** A default response, if the asker wants one. */
  record Status(ZclStatus status) implements Reply {}

  /** A command of the same cluster. */
  record Command(int id, Octets payload) implements Reply {}

  record Silence() implements Reply {}
}
