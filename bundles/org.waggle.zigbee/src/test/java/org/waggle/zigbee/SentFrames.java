package org.waggle.zigbee;

import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zcl.zdo.ZdoFrame;

/** What is in frames that were sent. */
final class SentFrames {

  private SentFrames() {}

  static String text(ApsRequest frame) {
    String who =
        frame.destination() instanceof Destination.Unicast unicast
            ? String.format("%04x", unicast.networkAddress())
            : frame.destination() instanceof Destination.Group group
                ? "group " + group.groupId()
                : String.format(
                    "all %04x", ((Destination.Broadcast) frame.destination()).networkAddress());
    return frame.profileId() == 0
        ? who + " " + zdo(frame)
        : String.format(
            "%s/%d %04x %s",
            who, frame.destinationEndpoint(), frame.clusterId(), zcl(frame).command());
  }

  static ZclFrame zcl(ApsRequest frame) {
    return ok(ZclFrame.decode(frame.payload()));
  }

  static ZdoCommand zdo(ApsRequest frame) {
    return ok(ZdoFrame.decode(frame.clusterId(), frame.payload())).command();
  }

  static <T> T ok(Decoded<T> decoded) {
    return decoded.toOptional().orElseThrow();
  }
}
