package org.waggle.radio.ember;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.SetValue;
import org.waggle.radio.ember.ezsp.EmberKey;
import org.waggle.radio.ember.ezsp.EmberNetworkParameters;
import org.waggle.radio.ember.ezsp.EzspValueId;
import org.waggle.radio.ember.ezsp.SecurityFrames.GetCurrentSecurityState;
import org.waggle.radio.ember.ezsp.UtilityFrames.GetEui64;
import org.waggle.zcl.Octets;

/** Reads what another coordinator needs to take the network over, and does so itself. */
final class Backups {

  /**
   * What is added to the frame counter of a backup. Devices drop frames that do not count on from
   * the last, so the sum must be beyond all that the old coordinator sent since: more than a day at
   * ten frames a second. Of 32 bits it takes a four thousandth.
   */
  private static final long FRAME_COUNTER_MARGIN = 1_000_000;

  private static final long LAST_FRAME_COUNTER = 0xFFFF_FFFFL;
  private static final int HASHED = 0x0080;

  private final Ncp ncp;
  private final NetworkStart network;
  private final Keys keys;
  private final KeyTable keyTable;
  private final OwnAddress ownAddress;

  Backups(Ncp ncp, NetworkStart network, Keys keys, OwnAddress ownAddress) {
    this.ncp = ncp;
    this.network = network;
    this.keys = keys;
    this.ownAddress = ownAddress;
    keyTable = new KeyTable(ncp);
  }

  CompletableFuture<NetworkBackup> read() {
    Reading reading = new Reading();
    return ncp.call(new GetEui64())
        .thenCompose(
            self ->
                network
                    .parameters()
                    .thenCompose(parameters -> reading.of(parameters))
                    .thenCompose(done -> keyTable.read())
                    .thenApply(
                        linkKeys ->
                            new NetworkBackup(
                                self,
                                reading.parameters(),
                                reading.updateId,
                                reading.networkKey.key(),
                                reading.networkKey.sequence(),
                                reading.networkKey.frameCounter(),
                                Optional.of(reading.linkKey),
                                reading.hashed,
                                linkKeys)));
  }

  /** What was read so far. */
  private final class Reading {

    private Optional<NetworkParameters> parameters = Optional.empty();
    private int updateId;
    private Keys.NetworkKey networkKey = new Keys.NetworkKey(Octets.EMPTY, 0, 0);
    private Octets linkKey = Octets.EMPTY;
    private boolean hashed;

    NetworkParameters parameters() {
      return parameters.orElseThrow();
    }

    CompletableFuture<Void> of(EmberNetworkParameters network) {
      parameters = Optional.of(NetworkStart.networkParameters(network));
      updateId = network.updateId();
      return keys.networkKey()
          .thenCompose(
              key -> {
                networkKey = key;
                return keys.linkKey();
              })
          .thenCompose(
              key -> {
                linkKey = key;
                return ncp.call(new GetCurrentSecurityState());
              })
          .thenAccept(
              state -> {
                Ncp.require(state.status(), "Reading the security state");
                hashed = (state.bitmask() & HASHED) != 0;
              });
    }
  }

  /** Leaves the network there is and takes up that of the backup. */
  CompletableFuture<NetworkParameters> restore(NetworkBackup backup) {
    check(backup);
    Octets linkKey = backup.trustCenterLinkKey().orElseThrow();
    return keyTable
        .requireRoomFor(backup.linkKeys().size())
        .thenCompose(fits -> network.leave())
        .thenCompose(left -> ownAddress.become(backup.coordinator()))
        .thenCompose(done -> keyTable.replace(backup.linkKeys()))
        .thenCompose(
            done ->
                ncp.require(
                    new SetValue(
                        EzspValueId.NWK_FRAME_COUNTER,
                        littleEndian(backup.networkFrameCounter() + FRAME_COUNTER_MARGIN)),
                    "Setting the frame counter"))
        .thenCompose(
            done ->
                network.takeUp(
                    backup.parameters(),
                    backup.updateId(),
                    backup.hashedLinkKeys(),
                    linkKey,
                    backup.networkKey(),
                    backup.networkKeySequence()));
  }

  private static void check(NetworkBackup backup) {
    if (backup.networkKey().size() != EmberKey.SIZE
        || backup.trustCenterLinkKey().map(Octets::size).orElse(0) != EmberKey.SIZE) {
      throw new RadioException(
          Reason.REFUSED, "The backup lacks the network key or the trust center's link key");
    }
    if (backup.networkFrameCounter() + FRAME_COUNTER_MARGIN > LAST_FRAME_COUNTER) {
      throw new RadioException(
          Reason.REFUSED, "The backup's frame counter is at its end: the network must be renewed");
    }
  }

  private static Octets littleEndian(long value) {
    return Octets.of((int) value, (int) (value >> 8), (int) (value >> 16), (int) (value >> 24));
  }
}
