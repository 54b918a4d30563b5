package org.waggle.radio.ember;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.waggle.radio.api.NetworkBackup.LinkKey;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.GetConfigurationValue;
import org.waggle.radio.ember.ezsp.EmberKey;
import org.waggle.radio.ember.ezsp.EzspConfigId;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.KeyFrames.GetKeyTableEntry;
import org.waggle.radio.ember.ezsp.KeyFrames.SetKeyTableEntry;
import org.waggle.radio.ember.ezsp.SecurityFrames.ClearKeyTable;
import org.waggle.radio.ember.ezsp.SecurityManagerFrames.ExportLinkKeyByIndex;
import org.waggle.radio.ember.ezsp.SecurityManagerFrames.ImportLinkKey;

/** Link keys of single devices, as far as they are no hashes of the trust center's. */
final class KeyTable {

  private final Ncp ncp;

  KeyTable(Ncp ncp) {
    this.ncp = ncp;
  }

  CompletableFuture<Integer> size() {
    return ncp.call(new GetConfigurationValue(EzspConfigId.KEY_TABLE_SIZE))
        .thenApply(answer -> answer.status().isOk() ? answer.value() : 0);
  }

  CompletableFuture<List<LinkKey>> read() {
    List<LinkKey> keys = new ArrayList<>();
    return size()
        .thenCompose(
            size ->
                Stages.forEach(
                    IntStream.range(0, size).boxed().toList(),
                    index -> entry(index).thenAccept(found -> found.ifPresent(keys::add))))
        .thenApply(done -> List.copyOf(keys));
  }

  private CompletableFuture<Optional<LinkKey>> entry(int index) {
    if (ncp.version().atLeast(13)) {
      return ncp.call(new ExportLinkKeyByIndex(index))
          .thenApply(
              found ->
                  found.status().isOk()
                      ? Optional.of(
                          new LinkKey(
                              found.eui64(),
                              found.key().octets(),
                              found.metadata().incomingFrameCounter(),
                              found.metadata().outgoingFrameCounter()))
                      : Optional.empty());
    }
    return ncp.call(new GetKeyTableEntry(index))
        .thenApply(
            found ->
                found.status().isOk()
                    ? Optional.of(
                        new LinkKey(
                            found.key().partner(),
                            found.key().key().octets(),
                            found.key().incomingFrameCounter(),
                            found.key().outgoingFrameCounter()))
                    : Optional.empty());
  }

  /** Fails with {@code REFUSED} if that many keys do not fit. */
  CompletableFuture<Void> requireRoomFor(int count) {
    return size()
        .thenAccept(
            size -> {
              if (size < count) {
                throw new RadioException(
                    Reason.REFUSED,
                    "The coordinator keeps %d link keys, but the backup has %d"
                        .formatted(size, count));
              }
            });
  }

  /** Puts keys in the place of all that there are; only while there is no network. */
  CompletableFuture<Void> replace(List<LinkKey> keys) {
    return ncp.require(new ClearKeyTable(), "Clearing the key table")
        .thenCompose(
            cleared ->
                Stages.forEach(
                    IntStream.range(0, keys.size()).boxed().toList(),
                    index -> set(index, keys.get(index))));
  }

  private CompletableFuture<Void> set(int index, LinkKey key) {
    EmberKey data = new EmberKey(key.key());
    return ncp.call(
            ncp.version().atLeast(13)
                ? new ImportLinkKey(index, key.device(), data)
                : new SetKeyTableEntry(index, key.device(), true, data))
        .thenAccept(
            (EzspStatus status) -> Ncp.require(status, "Setting the key of " + key.device()));
  }
}
