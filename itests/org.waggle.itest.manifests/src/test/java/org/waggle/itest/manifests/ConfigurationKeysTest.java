package org.waggle.itest.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users write into .cfg files, as the built metatype documents have it. */
class ConfigurationKeysTest {

  private static final Pattern KEY = Pattern.compile("<AD id=\"([^\"]*)\"");

  static List<Bundle> bundles() throws IOException {
    return Bundle.all();
  }

  /** An annotation's method {@code pan_id()} would be the key {@code pan.id}. */
  @ParameterizedTest
  @MethodSource("bundles")
  void areWrittenWithUnderscores(Bundle bundle) throws IOException {
    for (Path document : metatypes(bundle)) {
      List<String> keys =
          KEY.matcher(Files.readString(document)).results().map(match -> match.group(1)).toList();

      assertThat(keys).isNotEmpty().allMatch(key -> key.matches("[a-z][a-z0-9_]*"));
    }
  }

  private static List<Path> metatypes(Bundle bundle) throws IOException {
    Path folder = bundle.folder().resolve("target/classes/OSGI-INF/metatype");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> documents = Files.list(folder)) {
      return documents.toList();
    }
  }
}
