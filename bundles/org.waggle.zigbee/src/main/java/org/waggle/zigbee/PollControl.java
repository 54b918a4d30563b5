package org.waggle.zigbee;

import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.ZclMessage;

/**
 * The Poll Control cluster (ZCL 3.16): a sleeping node checks in and is kept awake as long as there
 * is something for it.
 */
final class PollControl {

  static final int CLUSTER = 0x0020;
  static final int CHECK_IN_INTERVAL = 0x0000;

  private static final Logger LOG = LoggerFactory.getLogger(PollControl.class);

  private static final int CHECK_IN = 0x00;
  private static final ClusterCommand STAY_AWAKE =
      new ClusterCommand(0x00, Octets.of(0x01, 0x00, 0x00));
  private static final ClusterCommand SLEEP_ON =
      new ClusterCommand(0x00, Octets.of(0x00, 0x00, 0x00));
  private static final ClusterCommand FAST_POLL_STOP = new ClusterCommand(0x01, Octets.EMPTY);

  private final Requests requests;

  PollControl(Requests requests) {
    this.requests = requests;
  }

  static boolean isCheckIn(ZclMessage message) {
    return message.clusterId() == CLUSTER
        && message.frame().header().direction() == Direction.SERVER_TO_CLIENT
        && message.frame().command() instanceof ClusterCommand command
        && command.id() == CHECK_IN;
  }

  void checkedIn(Node node, ZclMessage message) {
    boolean wanted = !requests.isIdle(node);
    log(
        node,
        requests.answer(
            node,
            message.endpoint(),
            CLUSTER,
            wanted ? STAY_AWAKE : SLEEP_ON,
            message.frame().header().sequence()));
    if (wanted) {
      requests.heard(node);
      // The queue keeps order: this is sent after what waited.
      log(node, requests.command(node, message.endpoint(), CLUSTER, FAST_POLL_STOP));
    }
  }

  private static void log(Node node, CompletionStage<?> stage) {
    stage.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            LOG.debug("{} was not told how to go on polling: {}", node, Failures.text(failure));
          }
        });
  }
}
