package org.waggle.simulator.memory;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps each object in a file of a directory, replaced as a whole. */
public final class DirectoryMemory implements Memory {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryMemory.class);

  private final Path directory;

  /** Creates {@code directory} if there is none. */
  public DirectoryMemory(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  @Override
  public Optional<JsonObject> read(String name) {
    Path file = file(name);
    try {
      return Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonParseException | IllegalStateException e) {
      LOG.warn("{} is not a JSON object: begins as if it were not there", file);
      return Optional.empty();
    }
  }

  @Override
  public void write(String name, JsonObject content) {
    Path file = file(name);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, content.toString());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.error("Cannot write {}: the simulated network will not survive a restart", file, e);
    }
  }

  private Path file(String name) {
    return directory.resolve(name + ".json");
  }
}
