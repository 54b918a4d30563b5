package org.waggle.itest.manifests;

import aQute.bnd.header.OSGiHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** A bundle folder with the manifest that the build made of it. */
record Bundle(Path folder, Attributes manifest) {

  private static final Path BUNDLES = Path.of("..", "..", "bundles");

  /** Every folder in {@code bundles/}; one without a manifest is an error, not an absence. */
  static List<Bundle> all() throws IOException {
    try (var folders = Files.list(BUNDLES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
          .sorted()
          .map(Bundle::built)
          .toList();
    }
  }

  private static Bundle built(Path folder) {
    Path manifest = folder.resolve("target/classes/META-INF/MANIFEST.MF");
    try (InputStream in = Files.newInputStream(manifest)) {
      return new Bundle(folder, new Manifest(in).getMainAttributes());
    } catch (IOException e) {
      throw new UncheckedIOException("Not built: " + folder, e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  String symbolicName() {
    return OSGiHeader.parseHeader(manifest.getValue("Bundle-SymbolicName"))
        .keySet()
        .iterator()
        .next();
  }

  Set<String> imports() {
    return packages("Import-Package");
  }

  Set<String> exports() {
    return packages("Export-Package");
  }

  boolean isApi() {
    return name().endsWith(".api") || name().equals("org.waggle.zcl");
  }

  @Override
  public String toString() {
    return name();
  }

  private Set<String> packages(String header) {
    return new TreeSet<>(OSGiHeader.parseHeader(manifest.getValue(header)).keySet());
  }
}
