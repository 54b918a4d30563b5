package org.waggle.radio.api;

import java.util.List;
import java.util.Optional;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * All that another coordinator needs to take a network over, so that no device has to join again.
 *
 * @param coordinator the address of the coordinator that the backup is of
 * @param parameters PAN ids and channel
 * @param updateId nwkUpdateId, 0..255
 * @param networkKey 16 bytes
 * @param networkKeySequence 0..255
 * @param networkFrameCounter the outgoing frame counter of the network layer, 32 bits; whoever
 *     restores adds a margin for the frames sent since
 * @param trustCenterLinkKey 16 bytes: the link key of all devices, or the seed that theirs are
 *     hashed from
 * @param hashedLinkKeys whether {@code trustCenterLinkKey} is a seed
 * @param linkKeys keys of single devices
 */
public record NetworkBackup(
    IeeeAddress coordinator,
    NetworkParameters parameters,
    int updateId,
    Octets networkKey,
    int networkKeySequence,
    long networkFrameCounter,
    Optional<Octets> trustCenterLinkKey,
    boolean hashedLinkKeys,
    List<LinkKey> linkKeys) {

  public NetworkBackup {
    linkKeys = List.copyOf(linkKeys);
  }

  /**
   * The link key that one device shares with the trust center.
   *
   * @param key 16 bytes
   * @param incomingFrameCounter 32 bits
   * @param outgoingFrameCounter 32 bits
   */
  public record LinkKey(
      IeeeAddress device, Octets key, long incomingFrameCounter, long outgoingFrameCounter) {}
}
