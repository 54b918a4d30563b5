package org.waggle.zigbee;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zigbee.api.DocumentStore;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/**
 * Documents as files {@code NAME.json} in a directory. A write goes to {@code NAME.json.new}, is
 * synchronized, and renamed; the file before it stays as {@code NAME.json.old}. At every moment one
 * of the two is whole.
 */
final class FileStore implements DocumentStore, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  /**
   * @param done of each caller that waits, in their order; dependents of one shared stage would run
   *     in the reverse one
   */
  private record Write(Supplier<String> document, List<CompletableFuture<Void>> done) {

    void complete() {
      done.forEach(caller -> caller.complete(null));
    }

    void fail(ZigbeeException failure) {
      done.forEach(caller -> caller.completeExceptionally(failure));
    }
  }

  private final Path directory;
  private final ExecutorService storageThread;

  /** What waits to be written; its own lock, as anyone may save. */
  private final Map<String, Write> waiting = new LinkedHashMap<>();

  FileStore(Path directory, ExecutorService storageThread) {
    this.directory = directory;
    this.storageThread = storageThread;
  }

  @Override
  public Optional<String> load(String name) {
    Path current = file(name);
    Optional<String> document = read(current);
    if (document.isPresent()) {
      return document;
    }
    Path previous = sibling(current, ".old");
    Optional<String> older = read(previous);
    if (older.isPresent()) {
      LOG.warn("Using {}, as there is no whole {}", previous, current);
    }
    return older;
  }

  @Override
  public CompletionStage<Void> save(String name, String document) {
    return save(name, () -> document);
  }

  @Override
  public CompletionStage<Void> save(String name, Supplier<String> document) {
    Path file = file(name);
    CompletableFuture<Void> done = new CompletableFuture<>();
    boolean first;
    synchronized (waiting) {
      Write older = waiting.get(name);
      first = older == null;
      List<CompletableFuture<Void>> callers = older == null ? new ArrayList<>() : older.done;
      callers.add(done);
      waiting.put(name, new Write(document, callers));
    }
    if (first) {
      try {
        storageThread.execute(() -> write(name, file));
      } catch (RejectedExecutionException closed) {
        done.completeExceptionally(new ZigbeeException(Reason.CLOSED, "The network is closed"));
      }
    }
    return done;
  }

  /** Writes what waits, for a second at most. */
  @Override
  public void close() {
    storageThread.shutdown();
    try {
      if (!storageThread.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.error("{} did not take all documents in time", directory);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(String name, Path file) {
    @Nullable Write write;
    synchronized (waiting) {
      write = waiting.remove(name);
    }
    if (write == null) {
      return;
    }
    try {
      replace(file, write.document.get());
      write.complete();
    } catch (IOException | RuntimeException e) { // the document may be made by others
      LOG.error("Cannot write {}: {}", file, e.toString());
      write.fail(new ZigbeeException(Reason.STORAGE, "Cannot write " + file + ": " + e, e));
    }
  }

  private void replace(Path file, String document) throws IOException {
    Files.createDirectories(directory);
    Path fresh = sibling(file, ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(document.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (Files.exists(file)) {
      Files.move(file, sibling(file, ".old"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    synchronizeDirectory();
  }

  /** Makes the renames durable, where the platform lets a directory be opened. */
  private void synchronizeDirectory() {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("Cannot synchronize {}: {}", directory, e.toString());
    }
  }

  private static Optional<String> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String document = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      if (isDocument(document)) {
        return Optional.of(document);
      }
    } catch (IOException e) {
      LOG.error("Cannot read {}: {}", file, e.toString());
      return Optional.empty();
    }
    setAside(file);
    return Optional.empty();
  }

  private static void setAside(Path file) {
    try {
      Path damaged =
          Files.createTempFile(file.toAbsolutePath().getParent(), name(file), ".damaged");
      Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
      LOG.error("{} is damaged and was set aside as {}", file, damaged.getFileName());
    } catch (IOException e) {
      LOG.error("{} is damaged and cannot be set aside: {}", file, e.toString());
    }
  }

  private static boolean isDocument(String document) {
    try (JsonReader reader = new JsonReader(new StringReader(document))) {
      if (reader.peek() != JsonToken.BEGIN_OBJECT && reader.peek() != JsonToken.BEGIN_ARRAY) {
        return false;
      }
      reader.skipValue();
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private Path file(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No name of a document: " + name);
    }
    return directory.resolve(name + ".json");
  }

  private static Path sibling(Path file, String suffix) {
    return file.resolveSibling(name(file) + suffix);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
