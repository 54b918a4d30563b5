package org.waggle.itest.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a bundle also says where it runs. */
class RuntimesTest {

  private static final Path ROOT = Path.of("..", "..");

  static List<Bundle> bundles() throws IOException {
    return Bundle.all();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void theDistributionHasEveryBundle(Bundle bundle) throws IOException {
    assertThat(Files.readString(ROOT.resolve("bnd-workspace/waggle.bndrun")))
        .contains("\t" + bundle.symbolicName() + ";version=");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void theFeaturesHaveEveryBundleButTheDemo(Bundle bundle) throws IOException {
    String features = Files.readString(ROOT.resolve("features/src/main/feature/feature.xml"));

    if (!bundle.symbolicName().equals("org.waggle.demo")) {
      assertThat(features).contains("mvn:org.waggle/" + bundle.symbolicName() + "/");
    }
  }
}
