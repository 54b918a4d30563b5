package org.waggle.itest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.itest.processes.ChildProcess;

/**
 * What the start script does before Felix is there; a stand-in for Java prints how it was called.
 */
class ScriptIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Script script;
  private Path etc;

  @BeforeEach
  void standInForJava() throws IOException {
    script = new Script(folder, folder.resolve("jdk"));
    etc = folder.resolve("waggle-data/etc");
    pretendJava("17.0.9");
  }

  @Test
  void explainsItself() {
    Outcome outcome = run("help");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).contains("waggle demo", "waggle run", "--data", "--config");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(run("dance").code()).isEqualTo(2);
    assertThat(run("run", "--fast").code()).isEqualTo(2);
    assertThat(run("run", "--config", "no-colon").code()).isEqualTo(2);
  }

  @Test
  void startsFelixOnTheDataDirectory() {
    Outcome outcome = run("run", "--data", "my data");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.output().lines())
        .contains("-Dwaggle.data=" + folder.resolve("my data"), "org.waggle.launcher.Main");
    assertThat(folder.resolve("my data/bundles")).isDirectory();
  }

  @Test
  void runsTheSimulatorInTheDemoAlone() {
    assertThat(run("demo").output().lines()).endsWith("bundle", "native", "demo");
    assertThat(run("run").output().lines()).endsWith("bundle", "native");
  }

  @Test
  void runsTheShellOnRequest() {
    assertThat(run("run", "--shell").output().lines()).endsWith("bundle", "native", "shell");
  }

  @Test
  void makesTheDefaultInstances() {
    run("run");

    assertThat(etc.resolve("org.waggle.zigbee-default.cfg")).exists();
    assertThat(etc.resolve("org.waggle.bridge-default.cfg")).exists();
  }

  @Test
  void makesNoDefaultBesideAnotherInstance() throws IOException {
    write("org.waggle.zigbee-upstairs.cfg", "port = /dev/ttyUSB1\n");

    run("run");

    assertThat(etc.resolve("org.waggle.zigbee-default.cfg")).doesNotExist();
    assertThat(etc.resolve("org.waggle.bridge-default.cfg")).exists();
  }

  @Test
  void changesTheOneKeyAndNothingElse() throws IOException {
    write(
        "org.waggle.zigbee-default.cfg",
        "# mine\nchannel=15\n\n  port = /dev/ttyUSB0\n! ports are slow\nport_like : 1\n");

    run("run", "--config", "org.waggle.zigbee~default:port=tcp://host:6638");

    assertThat(read("org.waggle.zigbee-default.cfg"))
        .isEqualTo(
            "# mine\nchannel=15\n\nport = tcp://host:6638\n! ports are slow\nport_like : 1\n");
  }

  @Test
  void replacesAValueOfSeveralLines() throws IOException {
    write("org.waggle.mqtt.broker.cfg", "host = a\\\n  b\\\n  c\nport = 1\n");

    run("run", "--config=org.waggle.mqtt.broker:host=d");

    assertThat(read("org.waggle.mqtt.broker.cfg")).isEqualTo("host = d\nport = 1\n");
  }

  @Test
  void leavesOneAssignmentOfSeveral() throws IOException {
    write("org.waggle.mqtt.broker.cfg", "port = 2\nport=3\n");

    run("run", "--config=org.waggle.mqtt.broker:port=2");

    assertThat(read("org.waggle.mqtt.broker.cfg")).isEqualTo("port = 2\n");
  }

  @Test
  void clearsWhatAnEarlierRunLeftBehind() throws IOException {
    Path left = Files.createDirectories(folder.resolve("waggle-data/tmp/.left/here"));

    run("run");

    assertThat(left.getParent()).doesNotExist();
    assertThat(folder.resolve("waggle-data/tmp")).isEmptyDirectory();
  }

  @Test
  void addsAKeyThatIsNotThere() throws IOException {
    write("org.waggle.mqtt.broker.cfg", "# port = 1\n");

    run("run", "--config", "org.waggle.mqtt.broker:port=2", "--config", "my.pid:a.b=c=d:e \\ f");

    assertThat(read("org.waggle.mqtt.broker.cfg")).isEqualTo("# port = 1\nport = 2\n");
    assertThat(read("my.pid.cfg")).isEqualTo("a.b = c=d:e \\\\ f\n");
  }

  @Test
  void leavesAFileAloneThatSaysSoAlready() throws IOException {
    write("org.waggle.mqtt.broker.cfg", "port = 2\n");
    FileTime longAgo = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(etc.resolve("org.waggle.mqtt.broker.cfg"), longAgo);

    run("run", "--config", "org.waggle.mqtt.broker:port=2");

    assertThat(Files.getLastModifiedTime(etc.resolve("org.waggle.mqtt.broker.cfg")))
        .isEqualTo(longAgo);
  }

  @Test
  void acceptsFilesNamedLikeTheirPid() throws IOException {
    write("org.waggle.zigbee~upstairs.cfg", "port = x\n");

    run("run");

    assertThat(read("org.waggle.zigbee-upstairs.cfg")).isEqualTo("port = x\n");
    assertThat(etc.resolve("org.waggle.zigbee~upstairs.cfg")).doesNotExist();
  }

  @Test
  void saysInOneLineThatItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    Outcome outcome = run("run", "--data", "file/data");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).isEqualTo("waggle: cannot write to the data directory file/data");
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws IOException {
    pretendJava("11.0.2");

    Outcome outcome = run("run");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).isEqualTo("waggle: Java 11 is too old: 17 or newer is needed");
  }

  @Test
  void saysInOneLineThatThereIsNoJava() throws IOException {
    Files.delete(folder.resolve("jdk/bin/java"));

    Outcome outcome = run("run");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).startsWith("waggle: no Java found").hasLineCount(1);
  }

  private record Outcome(int code, String output) {}

  private Outcome run(String... arguments) {
    try (ChildProcess process = script.start(arguments)) {
      assertThat(process.awaitEnd(PATIENCE)).isTrue();
      return new Outcome(process.exitCode(), process.tail());
    }
  }

  private void pretendJava(String version) throws IOException {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        [ "$1" = -version ] && echo 'openjdk version "%s" 2026-01-01' >&2 && exit
        for argument in "$@"; do echo "$argument"; done
        """
            .formatted(version));
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(etc);
    Files.writeString(etc.resolve(file), text);
  }

  private String read(String file) throws IOException {
    return Files.readString(etc.resolve(file));
  }
}
