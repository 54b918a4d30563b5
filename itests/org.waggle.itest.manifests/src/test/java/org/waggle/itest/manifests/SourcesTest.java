package org.waggle.itest.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sources keep to the rules of CONTRIBUTING.md that a program can check. */
class SourcesTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final int LONGEST_FILE = 400;

  static List<Bundle> bundles() throws IOException {
    return Bundle.all();
  }

  @Test
  void noFileIsTooLong() throws IOException {
    assertThat(sources("src/main/java", "src/test/java"))
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(text(file).lines().count()).isLessThanOrEqualTo(LONGEST_FILE));
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    List<Path> packages =
        sources("src/main/java").stream().map(Path::getParent).distinct().toList();

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            folder ->
                assertThat(text(folder.resolve("package-info.java"))).contains("@NullMarked"));
  }

  @Test
  void bundlesAreConfiguredThroughTheServiceRegistryAlone() throws IOException {
    assertThat(sources("src/main/java"))
        .filteredOn(source -> source.startsWith(ROOT.resolve("bundles")))
        .noneMatch(containing("System.getProperty("));
  }

  @Test
  void testsWaitForEventsRatherThanForTime() throws IOException {
    assertThat(sources("src/test/java")).noneMatch(containing("Thread" + ".sleep("));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void sourcesLieBelowTheRootPackageOfTheirBundle(Bundle bundle) throws IOException {
    Path sources = bundle.folder().resolve("src/main/java");
    Path root = sources.resolve(bundle.name().replace('.', '/'));

    assertThat(javaFiles(sources).filter(file -> !isMoquettes(file)))
        .allMatch(file -> file.startsWith(root));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aReadmeSaysWhatTheBundleIsFor(Bundle bundle) {
    assertThat(bundle.folder().resolve("README.md")).isNotEmptyFile();
  }

  /** The broker is assembled from inside Moquette's package: the one exception. */
  private static boolean isMoquettes(Path file) {
    return file.toString().contains("io/moquette/broker");
  }

  private static Predicate<Path> containing(String word) {
    return file -> text(file).contains(word);
  }

  private static List<Path> sources(String... sets) throws IOException {
    try (Stream<Path> modules =
        Stream.concat(Files.list(ROOT.resolve("bundles")), Files.list(ROOT.resolve("itests")))) {
      return modules
          .flatMap(module -> Stream.of(sets).map(module::resolve))
          .flatMap(SourcesTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
