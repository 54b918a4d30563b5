package org.waggle.zigbee;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zigbee.api.DocumentStore;
import org.waggle.zigbee.api.Subscription;

/**
 * Keeps a copy of what another coordinator would need, {@code coordinator_backup.json}: taken when
 * the radio came up, once a day, and soon after devices came or left, as they have keys of their
 * own. On the event thread.
 */
final class Backups {

  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

  private static final String DOCUMENT = "coordinator_backup";
  private static final Duration REGULARLY = Duration.ofDays(1);

  /** Several devices may join in a row, and their keys come after them. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final String network;
  private final DocumentStore store;
  private final EventThread thread;
  private final RadioLink link;
  private final Executor slow;
  private Optional<CoordinatorInfo> coordinator = Optional.empty();
  private Subscription timer = () -> {};
  private boolean soon;

  Backups(String network, DocumentStore store, EventThread thread, RadioLink link, Executor slow) {
    this.network = network;
    this.store = store;
    this.thread = thread;
    this.link = link;
    this.slow = slow;
  }

  /**
   * The backup of the network that is wanted, if there is one.
   *
   * @return fails with {@link IllegalArgumentException} if there is one that cannot be read
   */
  CompletionStage<Optional<NetworkBackup>> find(NetworkSettings wanted) {
    return load()
        .thenApply(
            found ->
                found
                    .filter(backup -> isOf(backup, wanted))
                    .map(backup -> with(backup, wanted.parameters())));
  }

  /** Whatever backup there is. */
  CompletionStage<Optional<NetworkBackup>> load() {
    return thread.bring(
        CompletableFuture.supplyAsync(() -> store.load(DOCUMENT).map(this::read), slow));
  }

  private NetworkBackup read(String document) {
    try {
      return BackupCodec.read(document);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          DOCUMENT + ".json of the network " + network + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** The order of the octets of extended PAN ids is a matter of dispute. */
  private static boolean isOf(NetworkBackup backup, NetworkSettings wanted) {
    long extendedPanId = backup.parameters().extendedPanId();
    return backup.parameters().panId() == wanted.parameters().panId()
        && backup.networkKey().equals(wanted.networkKey())
        && (extendedPanId == wanted.parameters().extendedPanId()
            || Long.reverseBytes(extendedPanId) == wanted.parameters().extendedPanId());
  }

  private static NetworkBackup with(NetworkBackup backup, NetworkParameters parameters) {
    return new NetworkBackup(
        backup.coordinator(),
        parameters,
        backup.updateId(),
        backup.networkKey(),
        backup.networkKeySequence(),
        backup.networkFrameCounter(),
        backup.trustCenterLinkKey(),
        backup.hashedLinkKeys(),
        backup.linkKeys());
  }

  /** The radio is up. */
  void online(CoordinatorInfo info) {
    coordinator = Optional.of(info);
    take();
  }

  void offline() {
    coordinator = Optional.empty();
    timer.close();
  }

  /** Something of the network or its keys changed. */
  void changed() {
    if (coordinator.isPresent() && !soon) {
      soon = true;
      timer.close();
      timer = thread.schedule(SOON, this::take);
    }
  }

  private void take() {
    soon = false;
    timer.close();
    if (coordinator.isEmpty()) {
      return;
    }
    CoordinatorInfo info = coordinator.get();
    timer = thread.schedule(REGULARLY, this::take);
    link.with(ZigbeeRadio::backup)
        .thenCompose(backup -> save(backup, info))
        .exceptionally(
            failure -> {
              complain(failure);
              return null;
            });
  }

  private CompletionStage<Void> save(NetworkBackup backup, CoordinatorInfo info) {
    return load()
        .exceptionally(unreadable -> Optional.empty())
        .thenCompose(
            before ->
                before.isPresent() && !isOf(before.get(), settings(backup))
                    ? keep(before.get(), info)
                    : CompletableFuture.<Void>completedStage(null))
        .thenCompose(
            kept ->
                thread.bring(store.save(DOCUMENT, BackupCodec.write(backup, info, thread.now()))))
        .thenRun(() -> LOG.debug("{} took a backup of {}", network, info.ieeeAddress()));
  }

  /** The last backup of another network is not lost when this one's takes its place. */
  private CompletionStage<Void> keep(NetworkBackup other, CoordinatorInfo info) {
    String name = DOCUMENT + "-" + Long.toHexString(other.parameters().extendedPanId());
    LOG.info("{} keeps the backup of its former network as {}.json", network, name);
    return thread.bring(store.save(name, BackupCodec.write(other, info, thread.now())));
  }

  private static NetworkSettings settings(NetworkBackup backup) {
    return new NetworkSettings(backup.parameters(), backup.networkKey());
  }

  private void complain(Throwable failure) {
    if (!(Failures.cause(failure) instanceof RadioException radio
        && (radio.reason() == Reason.UNSUPPORTED || radio.reason() == Reason.CLOSED))) {
      LOG.warn("{} could not take a backup: {}", network, Failures.text(failure));
    }
  }
}
