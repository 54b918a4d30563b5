package org.waggle.itest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.itest.processes.ChildProcess;
import org.waggle.itest.processes.Ports;

/** The archive of classes of a distribution without its sources. */
class ClassArchiveIT {

  /** The archive is made meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Pattern LISTENS = Pattern.compile("MQTT broker listens");
  private static final Pattern MAKES_ARCHIVE = Pattern.compile("making the archive of classes");
  private static final Pattern LOADS_FROM_ARCHIVE =
      Pattern.compile("org.waggle.bridge.Lifecycle source: shared objects file \\(top\\)");

  @TempDir private Path folder;
  private Path distribution;

  @BeforeEach
  void install() throws IOException {
    Path script = Files.createDirectories(folder.resolve("opt")).resolve("waggle");
    Files.copy(Script.FILE, script, StandardCopyOption.COPY_ATTRIBUTES);
    distribution = script.resolveSibling("target/waggle");
    Path built = Script.FILE.resolveSibling("target/waggle");
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.filter(file -> !isArchive(file)).toList()) {
        Path copy = distribution.resolve(built.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void theFirstStartMakesItAndTheNextUsesIt() throws IOException {
    startAndEnd(MAKES_ARCHIVE);
    Path archive = archive();
    FileTime made = Files.getLastModifiedTime(archive);

    startAndEnd(LOADS_FROM_ARCHIVE);

    assertThat(archive()).isEqualTo(archive);
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    assertThat(names()).noneMatch(name -> name.startsWith("training"));
  }

  @Test
  void aDamagedOneDoesNotStopTheStart() throws IOException {
    startAndEnd(MAKES_ARCHIVE);
    Path archive = archive();
    assertThat(archive.toFile().setWritable(true)).isTrue();
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }

    startAndEnd(LISTENS);
  }

  @Test
  void oneThatAStartDidNotSurviveIsMadeAnew() throws IOException {
    startAndEnd(MAKES_ARCHIVE);
    Files.createFile(folder.resolve("waggle-data/starting"));

    startAndEnd(MAKES_ARCHIVE);

    assertThat(folder.resolve("waggle-data/starting")).doesNotExist();
  }

  private void startAndEnd(Pattern expected) {
    try (ChildProcess waggle = start()) {
      waggle.awaitLine(expected, PATIENCE);
      waggle.awaitLine(LISTENS, PATIENCE);
      waggle.interrupt();
      assertThat(waggle.awaitEnd(PATIENCE)).isTrue();
    }
  }

  private ChildProcess start() {
    return new Script(folder)
        .start(
            distribution.resolveSibling("../waggle").normalize(),
            "-Xlog:class+load",
            List.of("run", "--config", "org.waggle.mqtt.broker:port=" + Ports.free()));
  }

  private static boolean isArchive(Path file) {
    return file.getFileName().toString().startsWith("classes-");
  }

  private Path archive() throws IOException {
    List<String> archives = names().stream().filter(name -> name.endsWith(".jsa")).toList();
    assertThat(archives).hasSize(1);
    return distribution.resolve(archives.get(0));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(distribution)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
