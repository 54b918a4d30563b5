package org.waggle.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells whether what the framework remembers of an earlier start is of the very same jars. It
 * remembers which there are, never what is in them; yet starting without it takes the longer, the
 * slower the disk is.
 */
final class Inventory {

  private final Path file;
  private final String text;

  /**
   * @param storage the folder of the framework
   */
  Inventory(Path storage, List<BundleJar> jars) throws IOException {
    file = storage.resolve("waggle.inventory");
    StringBuilder lines = new StringBuilder();
    for (BundleJar jar : jars) {
      lines.append(jar.fingerprint()).append('\n');
    }
    text = lines.toString();
  }

  boolean isKnown() throws IOException {
    try {
      return Files.readString(file).equals(text);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** To be called once all bundles are installed. */
  void save() throws IOException {
    Files.writeString(file, text);
  }
}
