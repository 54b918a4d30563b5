package org.waggle.zigbee;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zcl.zdo.MgmtNwkUpdateRequest;

/**
 * Moves a network to another channel: tells all devices, gives the broadcast time to reach them,
 * then follows with the coordinator. Devices that sleep meanwhile find the network again by
 * themselves.
 */
final class ChannelChange {

  /** nwkNetworkBroadcastDeliveryTime of the Zigbee PRO stack profile. */
  static final Duration DELIVERY = Duration.ofSeconds(9);

  private static final int EVERYBODY = 0xFFFF;

  private final EventThread thread;
  private final ZigbeeRadio radio;

  ChannelChange(EventThread thread, ZigbeeRadio radio) {
    this.thread = thread;
    this.radio = radio;
  }

  /**
   * @param channel 11..26
   * @return fails with {@code UNSUPPORTED}, and has done nothing, if the radio cannot
   */
  CompletionStage<Void> to(int channel) {
    return thread
        .bring(radio.backup())
        .thenCompose(backup -> tell(channel, backup))
        .thenCompose(told -> thread.delay(DELIVERY))
        .thenCompose(delivered -> thread.bring(radio.changeChannel(channel)));
  }

  private CompletionStage<Void> tell(int channel, NetworkBackup before) {
    int updateId = before.updateId() + 1 & 0xFF;
    return thread.bring(
        radio.send(
            ZdoExchange.frame(
                new Destination.Broadcast(EVERYBODY),
                MgmtNwkUpdateRequest.changeChannel(channel, updateId),
                updateId)));
  }
}
