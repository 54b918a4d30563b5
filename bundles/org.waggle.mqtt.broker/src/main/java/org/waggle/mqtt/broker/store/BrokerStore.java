package org.waggle.mqtt.broker.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's memory: retained messages, and the sessions that outlive their connection.
 *
 * <p>Kept in one file, written a second after a change at the latest. A file that cannot be used
 * never stops the broker: a damaged one is set aside and a fresh one begun; where no file can be
 * had, memory must do. The user is told of either at level error.
 */
public final class BrokerStore implements AutoCloseable {

  static final String FILE = "broker.mv";

  private static final Logger LOG = LoggerFactory.getLogger(BrokerStore.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final int CACHE_MIB = 2; // what is read often is in memory anyway

  private final MVStore store;
  private final RetainedMessages retained;
  private final StoredSessions sessions;
  private final StoredSubscriptions subscriptions;
  private final StoredQueues queues;

  /** Reads the whole store; any damage shows here, when it can still be set aside. */
  private BrokerStore(MVStore store) {
    this.store = store;
    this.retained = new RetainedMessages(map("retained", new RetainedMessageType()));
    this.sessions =
        new StoredSessions(map("sessions", LongDataType.INSTANCE), Clock.systemDefaultZone());
    this.subscriptions =
        new StoredSubscriptions(map("subscriptions", LongDataType.INSTANCE), sessions);
    this.queues = new StoredQueues(store, sessions);
    queues.readAll();
  }

  /** Opens the file in a directory, both created if need be. */
  public static BrokerStore open(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      return read(file);
    } catch (IOException e) {
      return withoutFile(file, e.toString());
    } catch (MVStoreException e) {
      return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
          ? withoutFile(file, "another process has it open: give each its own directory")
          : setAside(file, e);
    } catch (RuntimeException e) { // whatever damaged bytes make their readers throw
      return setAside(file, e);
    }
  }

  /** A store that ends with the process. */
  public static BrokerStore inMemory() {
    return new BrokerStore(new MVStore.Builder().open());
  }

  public RetainedMessages retained() {
    return retained;
  }

  public StoredSessions sessions() {
    return sessions;
  }

  public StoredSubscriptions subscriptions() {
    return subscriptions;
  }

  public StoredQueues queues() {
    return queues;
  }

  /** Writes what has changed. */
  public void commit() {
    store.commit();
  }

  @Override
  public void close() {
    store.close();
  }

  private static BrokerStore read(Path file) {
    AtomicBoolean readable = new AtomicBoolean();
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .cacheSize(CACHE_MIB)
            .backgroundExceptionHandler(
                (thread, e) -> {
                  if (readable.get()) {
                    LOG.error("Cannot write {}: what changes from now on is not stored", file, e);
                  }
                })
            .open();
    try {
      store.setVersionsToKeep(0);
      BrokerStore opened = new BrokerStore(store);
      readable.set(true);
      return opened;
    } catch (RuntimeException e) { // see open
      store.closeImmediately();
      throw e;
    }
  }

  private static BrokerStore setAside(Path file, RuntimeException damage) {
    Path aside =
        file.resolveSibling(
            FILE + ".damaged-" + STAMP.format(LocalDateTime.now(Clock.systemDefaultZone())));
    try {
      Files.move(file, aside);
      LOG.error(
          "{} cannot be read ({}). It is now {}; retained messages and sessions begin anew",
          file,
          damage.toString(),
          aside.getFileName());
      return read(file);
    } catch (IOException | RuntimeException e) { // then the directory itself is no good
      return withoutFile(file, e.toString());
    }
  }

  private static BrokerStore withoutFile(Path file, String reason) {
    LOG.error("Cannot use {} ({}). Retained messages and sessions are not stored", file, reason);
    return inMemory();
  }

  private <V> DurableMap<V> map(String name, DataType<V> type) {
    return new DurableMap<>(
        store.openMap(
            name, new MVMap.Builder<String, V>().keyType(StringDataType.INSTANCE).valueType(type)));
  }
}
