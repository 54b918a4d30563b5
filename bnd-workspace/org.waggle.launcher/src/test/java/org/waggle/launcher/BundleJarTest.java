package org.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleJarTest {

  @TempDir private Path folder;
  private String bundles;

  @BeforeEach
  void placeJars() throws IOException {
    bundles = folder.resolve("bundle").toString();
    for (String path : List.of("2/b.jar", "1/c.jar", "2/a.jar", "2/readme.txt", "x/d.jar")) {
      Path file = Path.of(bundles, path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "something");
    }
  }

  @Test
  void listsTheJarsByLevelAndName() throws IOException {
    assertThat(BundleJar.in(List.of(bundles), Set.of()))
        .extracting(BundleJar::path, BundleJar::level)
        .containsExactly(
            tuple(bundles + "/1/c.jar", 1),
            tuple(bundles + "/2/a.jar", 2),
            tuple(bundles + "/2/b.jar", 2));
  }

  @Test
  void tellsThoseOnTheClassPath() throws IOException {
    assertThat(BundleJar.in(List.of(bundles), Set.of(bundles + "/2/a.jar")))
        .filteredOn(BundleJar::onClassPath)
        .extracting(BundleJar::path)
        .containsExactly(bundles + "/2/a.jar");
  }

  @Test
  void hasAnotherFingerprintOnceTheFileIsAnother() throws IOException {
    BundleJar jar = new BundleJar(bundles + "/1/c.jar", 1, true);
    String before = jar.fingerprint();

    Files.setLastModifiedTime(Path.of(jar.path()), FileTime.fromMillis(1));

    assertThat(jar.fingerprint()).isNotEqualTo(before);
  }
}
