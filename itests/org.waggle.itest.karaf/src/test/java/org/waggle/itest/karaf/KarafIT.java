package org.waggle.itest.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waggle dropped into a Karaf as one KAR. */
class KarafIT {

  private static final Path KAR = Path.of("target", "waggle.kar").toAbsolutePath();

  @TempDir private static Path folder;
  private static Karaf karaf;

  @BeforeAll
  static void installTheKar() throws IOException {
    karaf = Karaf.start(folder);
    karaf.run("kar:install " + KAR.toUri());
  }

  @AfterAll
  static void stop() {
    if (karaf != null) {
      karaf.close();
    }
  }

  @Test
  void everyBundleOfWaggleIsActive() throws IOException {
    assertThat(bundles("org.waggle."))
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(line).contains("Active"));
  }

  @Test
  void nettyIsInstalledOnce() throws IOException {
    assertThat(bundles("io.netty.common")).hasSize(1);
  }

  private static List<String> bundles(String symbolicName) throws IOException {
    return karaf
        .run("bundle:list -t 0 -s --no-format")
        .lines()
        .filter(line -> line.contains(symbolicName))
        .toList();
  }
}
