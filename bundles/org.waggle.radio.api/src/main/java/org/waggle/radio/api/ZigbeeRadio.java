package org.waggle.radio.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * A Zigbee coordinator. It is opened once; when it failed or its link broke ({@link
 * RadioListener#down}), it is closed and a new one is made.
 *
 * <p>Safe for use by several threads. No method blocks. Stages complete on a thread of the radio,
 * so what depends on them must be short or dispatched; they fail with {@link RadioException} only.
 */
@ProviderType
public interface ZigbeeRadio extends AutoCloseable {

  /** Opens the port, resets the coordinator and agrees on a protocol with it. */
  CompletionStage<CoordinatorInfo> open();

  /** Takes up the network that the coordinator remembers; empty if it remembers none. */
  CompletionStage<Optional<NetworkParameters>> resume();

  /** Leaves the network that the coordinator is on, if any, and starts a new one. */
  CompletionStage<NetworkParameters> form(NetworkSettings settings);

  /** The network key in use, 16 bytes. */
  CompletionStage<Octets> networkKey();

  /**
   * Lets devices join through the coordinator itself; routers are told by ZDO, which is not the
   * radio's business.
   *
   * @param duration up to 254 s; zero closes
   */
  CompletionStage<Void> permitJoin(Duration duration);

  /**
   * Makes the trust center admit devices that join through routers, while none joins through the
   * coordinator itself. Ended by {@link #permitJoin} of zero. A radio that cannot tell the two
   * apart opens the coordinator as well.
   *
   * @param duration up to 254 s
   */
  default CompletionStage<Void> admitJoins(Duration duration) {
    return permitJoin(duration);
  }

  /**
   * Admits one device by its installation code.
   *
   * @param key the 16 bytes derived from the code (Matyas-Meyer-Oseas hash)
   */
  CompletionStage<Void> addInstallCodeKey(IeeeAddress device, Octets key);

  /**
   * Sends an APS frame.
   *
   * @return completed when the frame was acknowledged by its destination (unicast with
   *     acknowledgement), or left the coordinator (anything else)
   */
  CompletionStage<Void> send(ApsRequest request);

  /** Makes the coordinator hear a group's multicasts (APS group table); idempotent. */
  CompletionStage<Void> joinGroup(int groupId, int endpoint);

  /**
   * Sends a frame outside of the network, on any channel (Touchlink). The radio then stays on that
   * channel, and frames for the network wait, until {@link #endInterPan}.
   */
  CompletionStage<Void> sendInterPan(InterPanRequest request);

  /** Returns to the network's channel after {@link #sendInterPan}. */
  CompletionStage<Void> endInterPan();

  /**
   * Keeps a Green Power frame for a device until it listens.
   *
   * @return completed when the coordinator took it
   */
  default CompletionStage<Void> sendGreenPower(GreenPowerRequest request) {
    return unsupported("send Green Power frames");
  }

  /** Reads what another coordinator would need to take the network over. */
  default CompletionStage<NetworkBackup> backup() {
    return unsupported("read a backup");
  }

  /**
   * Leaves the network that the coordinator is on, if any, and takes up the one of the backup, with
   * a frame counter well beyond the one there. Takes over the backup's IEEE address as well where
   * the coordinator can; otherwise it keeps its own.
   */
  default CompletionStage<NetworkParameters> restore(NetworkBackup backup) {
    return unsupported("restore a backup");
  }

  /**
   * Measures the energy on channels; the network is deaf meanwhile, some 20 ms a channel and more.
   *
   * @param channels 11..26
   * @return the highest RSSI by channel, dBm
   */
  default CompletionStage<Map<Integer, Integer>> energyScan(Set<Integer> channels) {
    return unsupported("measure the energy of channels");
  }

  /**
   * Moves the coordinator to another channel at once. Telling the devices before (ZDP
   * Mgmt_NWK_Update_req) is not the radio's business.
   *
   * @param channel 11..26
   */
  default CompletionStage<Void> changeChannel(int channel) {
    return unsupported("change the channel");
  }

  /**
   * @param power dBm
   */
  default CompletionStage<Void> setTransmitPower(int power) {
    return unsupported("set the transmit power");
  }

  /**
   * What the coordinator and the link to it counted since it was opened, by name, in the order to
   * show it in: frames, retries, failures.
   */
  default CompletionStage<Map<String, Long>> counters() {
    return unsupported("count");
  }

  private static <T> CompletionStage<T> unsupported(String what) {
    return CompletableFuture.failedFuture(
        new RadioException(RadioException.Reason.UNSUPPORTED, "This radio cannot " + what));
  }

  /** Closes the port and ends all threads; pending stages fail with {@code CLOSED}. */
  @Override
  void close();
}
