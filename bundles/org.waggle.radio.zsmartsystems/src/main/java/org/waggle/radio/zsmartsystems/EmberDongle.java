package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.IeeeAddress;
import com.zsmartsystems.zigbee.ZigBeeNodeStatus;
import com.zsmartsystems.zigbee.ZigBeeStatus;
import com.zsmartsystems.zigbee.aps.ZigBeeApsFrame;
import com.zsmartsystems.zigbee.dongle.ember.EmberNcp;
import com.zsmartsystems.zigbee.dongle.ember.ZigBeeDongleEzsp;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.internal.EzspProtocolHandler;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportProgressState;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportReceive;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportState;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.zsmartsystems.frame.FrameDictionary;

/**
 * The library's dongle as a mere EZSP link: it opens the port, resets the coordinator, agrees on
 * the protocol and configures it; every frame that comes is handed on as it is.
 */
final class EmberDongle extends ZigBeeDongleEzsp {

  /** Told what comes from the coordinator, by threads of the library. */
  interface Listener {

    /** A response or callback; one at a time, in the order of arrival. */
    void frame(EzspFrameResponse frame);

    /** The ASH link ended: it failed, the coordinator reset itself, or the dongle was shut down. */
    void linkEnded();
  }

  static {
    FrameDictionary.complete();
    EzspFrame.setEzspVersion(Handshake.VERSION);
  }

  private final AshPort port;
  private final Listener listener;
  private volatile int offeredVersion;

  EmberDongle(AshPort port, Listener listener) {
    super(port);
    this.port = port;
    this.listener = listener;
    setZigBeeTransportReceive(new Unused());
    // Called between the making of the ASH handler and its first frame.
    setEmberNcpResetProvider(unused -> LibraryTiming.skipHoldOff(getProtocolHandler()));
    StackConfiguration.apply(this);
  }

  /**
   * Opens the port and makes the coordinator ready for endpoints and a network. Blocks.
   *
   * @throws RadioException if there is no coordinator that this radio can work with
   */
  void start() {
    if (initialize() == ZigBeeStatus.SUCCESS) {
      return;
    }
    int version = offeredVersion;
    if (version == 0 || version == Handshake.VERSION) {
      throw new RadioException(
          Reason.NO_COORDINATOR,
          "No coordinator with EmberZNet firmware answers on " + port.name());
    }
    throw new RadioException(
        Reason.FIRMWARE_UNSUPPORTED,
        "The coordinator on %s speaks EZSP %d, but this adapter needs EZSP %d: its firmware must be %s to EmberZNet 7.4"
            .formatted(
                port.name(),
                version,
                Handshake.VERSION,
                version < Handshake.VERSION ? "updated" : "brought back"));
  }

  /** Where commands go; null before {@link #start} and after {@link #shutdown}. */
  @Nullable EzspProtocolHandler handler() {
    return getProtocolHandler();
  }

  @Override
  public EmberNcp getEmberNcp() {
    return new Handshake(getProtocolHandler(), version -> offeredVersion = version);
  }

  @Override
  public void handlePacket(EzspFrame frame) {
    try {
      listener.frame((EzspFrameResponse) frame);
    } finally {
      port.handedOver();
    }
  }

  @Override
  public void handleLinkStateChange(boolean up) {
    if (!up) {
      listener.linkEnded();
    }
  }

  /** The library insists on one; what it would get goes through {@link Listener}. */
  private static final class Unused implements ZigBeeTransportReceive {

    @Override
    public void receiveCommand(ZigBeeApsFrame frame) {}

    @Override
    public void setTransportState(ZigBeeTransportState state) {}

    @Override
    public void nodeStatusUpdate(ZigBeeNodeStatus status, Integer address, IeeeAddress device) {}

    @Override
    public void receiveCommandState(int tag, ZigBeeTransportProgressState state) {}
  }
}
