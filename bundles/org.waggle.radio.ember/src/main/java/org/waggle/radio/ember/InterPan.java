package org.waggle.radio.ember;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.InterPanRequest;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.MessagingFrames.SendRawMessage;
import org.waggle.radio.ember.ezsp.NetworkingFrames.SetLogicalAndRadioChannel;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Frames outside of the network (Zigbee specification, annex B of the Base Device Behavior;
 * inter-PAN transmission). While the radio is on their channel, the network's frames wait. In turns
 * of the link.
 */
final class InterPan {

  private static final int LONGEST_MAC_FRAME = 125;
  private static final int LONGEST_HEADER = 30;
  private static final int HIGH_PRIORITY = 1;
  private static final int ANY = 0xFFFF;

  /**
   * MAC data frames with a long source address, to a short or a long one, the latter acknowledged.
   */
  private static final int TO_SHORT_ADDRESS = 0xC801;

  private static final int TO_LONG_ADDRESS = 0xCC21;

  private static final int NETWORK_STUB = 0x000B;
  private static final int APS_UNICAST = 0x03;
  private static final int APS_BROADCAST = 0x0B;

  private final Ncp ncp;
  private final Outbox outbox;
  private IeeeAddress self = IeeeAddress.NONE;
  private Optional<NetworkParameters> network = Optional.empty();
  private int channel;

  InterPan(Ncp ncp, Outbox outbox) {
    this.ncp = ncp;
    this.outbox = outbox;
  }

  void self(IeeeAddress address) {
    self = address;
  }

  void network(NetworkParameters parameters) {
    network = Optional.of(parameters);
    channel = parameters.channel();
  }

  /** Which channel the radio is on. */
  int channel() {
    return channel;
  }

  CompletableFuture<Void> send(InterPanRequest request) {
    Octets frame = macFrame(request);
    outbox.hold();
    return tune(request.channel())
        .thenCompose(
            tuned ->
                ncp.require(
                    new SendRawMessage(frame, HIGH_PRIORITY, true), "Sending an inter-PAN frame"));
  }

  CompletableFuture<Void> end() {
    return tune(home().channel()).whenComplete((tuned, failure) -> outbox.release());
  }

  private CompletableFuture<Void> tune(int target) {
    if (target == channel) {
      return CompletableFuture.completedFuture(null);
    }
    return ncp.require(new SetLogicalAndRadioChannel(target), "Changing to channel " + target)
        .thenAccept(tuned -> channel = target);
  }

  private NetworkParameters home() {
    return network.orElseThrow(
        () -> new RadioException(Reason.REFUSED, "The coordinator is on no network yet"));
  }

  private Octets macFrame(InterPanRequest request) {
    ByteBuffer frame = ByteBuffer.allocate(LONGEST_MAC_FRAME).order(ByteOrder.LITTLE_ENDIAN);
    if (request.payload().size() > LONGEST_MAC_FRAME - LONGEST_HEADER) {
      throw new RadioException(Reason.REFUSED, "The inter-PAN frame is too long");
    }
    Optional<IeeeAddress> destination = request.destination();
    frame.putShort((short) (destination.isPresent() ? TO_LONG_ADDRESS : TO_SHORT_ADDRESS));
    frame.put((byte) 0); // sequence number, set by the coordinator
    frame.putShort((short) ANY);
    if (destination.isPresent()) {
      frame.putLong(destination.get().value());
    } else {
      frame.putShort((short) ANY);
    }
    frame.putShort((short) home().panId());
    frame.putLong(self.value());
    frame.putShort((short) NETWORK_STUB);
    frame.put((byte) (destination.isPresent() ? APS_UNICAST : APS_BROADCAST));
    frame.putShort((short) request.clusterId());
    frame.putShort((short) request.profileId());
    frame.put(request.payload().asByteBuffer());
    byte[] bytes = new byte[frame.position()];
    frame.get(0, bytes);
    return Octets.of(bytes);
  }
}
