package org.waggle.radio.zsmartsystems;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.waggle.radio.api.InterPanRequest;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.zsmartsystems.frame.SendRawMessageRequest;
import org.waggle.radio.zsmartsystems.frame.SendRawMessageResponse;
import org.waggle.radio.zsmartsystems.frame.SetChannelRequest;
import org.waggle.radio.zsmartsystems.frame.SetChannelResponse;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Frames outside of the network (Zigbee specification, annex B of the Base Device Behavior;
 * inter-PAN transmission). While the radio is on their channel, the network's frames wait. For the
 * command thread, but for {@link #channel}.
 */
final class InterPan {

  private static final int LONGEST_MAC_FRAME = 125;
  private static final int ANY = 0xFFFF;

  /**
   * MAC data frames with a long source address, to a short or a long one, the latter acknowledged.
   */
  private static final int TO_SHORT_ADDRESS = 0xC801;

  private static final int TO_LONG_ADDRESS = 0xCC21;

  private static final int NETWORK_STUB = 0x000B;
  private static final int APS_UNICAST = 0x03;
  private static final int APS_BROADCAST = 0x0B;

  private final Ezsp ezsp;
  private final Outbox outbox;
  private IeeeAddress self = IeeeAddress.NONE;
  private Optional<NetworkParameters> network = Optional.empty();
  private volatile int channel;

  InterPan(Ezsp ezsp, Outbox outbox) {
    this.ezsp = ezsp;
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

  void send(InterPanRequest request) {
    Octets frame = macFrame(request);
    outbox.hold();
    tune(request.channel());
    Ezsp.require(
        ezsp.call(new SendRawMessageRequest(frame), SendRawMessageResponse.class).status(),
        "Sending an inter-PAN frame");
  }

  void end() {
    try {
      tune(home().channel());
    } finally {
      outbox.release();
    }
  }

  private void tune(int target) {
    if (target != channel) {
      Ezsp.require(
          ezsp.call(new SetChannelRequest(target), SetChannelResponse.class).status(),
          "Changing to channel " + target);
      channel = target;
    }
  }

  private NetworkParameters home() {
    return network.orElseThrow(
        () -> new RadioException(Reason.REFUSED, "The coordinator is on no network yet"));
  }

  private Octets macFrame(InterPanRequest request) {
    ByteBuffer frame = ByteBuffer.allocate(LONGEST_MAC_FRAME).order(ByteOrder.LITTLE_ENDIAN);
    if (request.payload().size() > LONGEST_MAC_FRAME - 30) {
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
