package org.waggle.itest.manifests;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built manifests keep to the architecture. */
class ManifestsTest {

  private static final String PREFIX = "org.waggle.";

  /** Exported package to the short name of its bundle. */
  private static final Map<String, String> OWNERS = new HashMap<>();

  static List<Bundle> bundles() throws IOException {
    return Bundle.all();
  }

  @BeforeAll
  static void noteWhoExportsWhat() throws IOException {
    for (Bundle bundle : bundles()) {
      bundle.exports().forEach(name -> OWNERS.put(name, shortName(bundle)));
    }
  }

  @Test
  void theTreeHasBundles() throws IOException {
    assertThat(bundles()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void symbolicNameIsTheFolder(Bundle bundle) {
    assertThat(bundle.symbolicName()).isEqualTo(bundle.name());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void importsOnlyWhomTheTableAllows(Bundle bundle) {
    Set<String> allowed = ImportTable.row(shortName(bundle)).orElseThrow();

    Set<String> imported =
        bundle.imports().stream()
            .filter(name -> name.startsWith(PREFIX))
            .filter(name -> !bundle.exports().contains(name))
            .map(name -> OWNERS.getOrDefault(name, "nobody, yet " + name))
            .collect(toCollection(TreeSet::new));

    assertThat(imported).isSubsetOf(allowed);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void onlyApisExportAndOnlyTheirOwnPackages(Bundle bundle) {
    if (bundle.isApi()) {
      assertThat(bundle.exports()).allMatch(name -> (name + ".").startsWith(bundle.name() + "."));
    } else {
      assertThat(bundle.exports()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void isWiredByPackagesAndServicesAlone(Bundle bundle) {
    assertThat(bundle.manifest().getValue("Require-Bundle")).isNull();
    assertThat(bundle.manifest().getValue("DynamicImport-Package")).isNull();
  }

  private static String shortName(Bundle bundle) {
    return bundle.name().substring(PREFIX.length());
  }
}
