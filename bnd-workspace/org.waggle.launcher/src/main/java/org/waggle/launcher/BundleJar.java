package org.waggle.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A bundle of the distribution.
 *
 * @param path with slashes, as on the class path
 * @param level the start level
 * @param onClassPath whether its classes are on the class path, and are loaded from there
 */
record BundleJar(String path, int level, boolean onClassPath) {

  /** What locations of bundles on the class path begin with. */
  static final String CONNECTED = "waggle:";

  /** All jars in {@code FOLDER/LEVEL/}, in a constant order. */
  static List<BundleJar> in(List<String> folders, Set<String> classPath) throws IOException {
    List<BundleJar> jars = new ArrayList<>();
    for (String folder : folders) {
      for (String level : names(folder, "[0-9]")) {
        String place = folder + "/" + level;
        for (String name : names(place, "*.jar")) {
          String path = place + "/" + name;
          jars.add(new BundleJar(path, Integer.parseInt(level), classPath.contains(path)));
        }
      }
    }
    return jars;
  }

  private static Set<String> names(String folder, String glob) throws IOException {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(folder), glob)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return names;
  }

  /** What the framework calls it. */
  String location() {
    return (onClassPath ? CONNECTED : "reference:file:") + path;
  }

  /** Another one whenever the jar is. */
  String fingerprint() throws IOException {
    BasicFileAttributes file = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
    return location() + " " + file.size() + " " + file.lastModifiedTime().toMillis();
  }
}
