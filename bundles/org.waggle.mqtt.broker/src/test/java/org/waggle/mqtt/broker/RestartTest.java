package org.waggle.mqtt.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a restart keeps, and what it starts in spite of. */
class RestartTest {

  private static final String FILE = "broker.mv";

  enum Stop {
    CLEAN,
    KILLED
  }

  @TempDir private Path directory;
  private RunningBroker broker;

  @AfterEach
  void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Stop.class)
  void keepsRetainedMessages(Stop stop) throws Exception {
    start(directory);
    try (WireClient client = client().connected("client")) {
      client.published("lamp", "on", true);
      client.published("gone", "x", true);
      client.published("gone", "", true);
    }

    restart(stop);

    try (WireClient client = client().connected("client")) {
      client.subscribed("#", 1);
      WireClient.Delivery delivery = client.delivery();
      assertThat(delivery.topic()).isEqualTo("lamp");
      assertThat(delivery.payload()).isEqualTo("on");
      assertThat(delivery.qos()).isEqualTo(1);
      assertThat(delivery.retain()).isTrue();
      client.settled();
    }
  }

  @ParameterizedTest
  @EnumSource(Stop.class)
  void keepsWhatWaitsForAPersistentSession(Stop stop) throws Exception {
    start(directory);
    try (WireClient absent = client();
        WireClient other = client().connected("other")) {
      absent.resumed("absent");
      absent.subscribed("lamp", 1);
      absent.disconnected();
      other.published("lamp", "1", false);
      other.published("lamp", "2", false);
    }

    restart(stop);

    try (WireClient back = client();
        WireClient other = client().connected("other")) {
      assertThat(back.resumed("absent")).isTrue();
      assertThat(back.delivery().payload()).isEqualTo("1");
      assertThat(back.delivery().payload()).isEqualTo("2");
      other.published("lamp", "3", false);
      assertThat(back.delivery().payload()).isEqualTo("3");
    }
  }

  @ParameterizedTest
  @EnumSource(Stop.class)
  void forgetsThePersistentSessionOfAClientThatComesBackClean(Stop stop) throws Exception {
    start(directory);
    try (WireClient absent = client()) {
      absent.resumed("absent");
      absent.subscribed("lamp", 1);
    }
    restart(stop);

    try (WireClient back = client().connected("absent");
        WireClient other = client().connected("other")) {
      back.subscribed("other", 0);
      other.published("lamp", "not for it", false);
      other.published("other", "for it", false);

      assertThat(back.delivery().payload()).isEqualTo("for it");
    }
  }

  @ParameterizedTest
  @EnumSource(Stop.class)
  void forgetsCleanSessions(Stop stop) throws Exception {
    start(directory);
    try (WireClient client = client().connected("client")) {
      client.subscribed("lamp", 1);
      client.published("settled", "x", false);
      restart(stop);
    }

    try (WireClient back = client()) {
      assertThat(back.resumed("client")).isFalse();
    }
  }

  @Test
  void setsADamagedFileAsideAndStarts() throws Exception {
    Files.write(directory.resolve(FILE), "no store at all".repeat(2000).getBytes());

    start(directory);

    assertThat(servesRetained()).isTrue();
    assertThat(files()).anyMatch(name -> name.startsWith(FILE + ".damaged-"));
    restart(Stop.CLEAN);
    try (WireClient client = client().connected("client")) {
      client.subscribed("check", 0);
      assertThat(client.delivery().payload()).isEqualTo("kept");
    }
  }

  @Test
  void startsWithWhatIsLeftOfATruncatedFile() throws Exception {
    start(directory);
    try (WireClient client = client().connected("client")) {
      for (int i = 0; i < 100; i++) {
        client.published("ret/" + i, "x".repeat(500), true);
      }
    }
    broker.close();
    Path file = directory.resolve(FILE);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    start(directory);

    assertThat(servesRetained()).isTrue();
  }

  @Test
  void startsInMemoryWhenAnotherBrokerHasTheFile() throws Exception {
    start(directory);
    RunningBroker first = broker;
    try {
      start(directory);

      assertThat(servesRetained()).isTrue();
      assertThat(files()).containsExactly(FILE);
    } finally {
      first.close();
    }
  }

  @Test
  void startsInMemoryWhereItCannotWrite() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");

    start(file.resolve("below"));

    assertThat(servesRetained()).isTrue();
  }

  @Test
  void leavesNoFileWhenItIsNotToBePersistent() throws Exception {
    broker =
        RunningBroker.start(new Settings("127.0.0.1", 0, directory, false, 1 << 20), id -> false);
    broker.listener().open();

    assertThat(servesRetained()).isTrue();
    assertThat(files()).isEmpty();
  }

  private void start(Path in) {
    broker = RunningBroker.start(new Settings("127.0.0.1", 0, in, true, 1 << 20), id -> false);
    broker.listener().open();
  }

  /** After a kill, the broker finds the file as the last write left it. */
  private void restart(Stop stop) throws Exception {
    if (stop == Stop.KILLED) {
      broker.store().commit();
      Path copy = Files.createDirectory(directory.resolve("copy"));
      Files.copy(directory.resolve(FILE), copy.resolve(FILE));
      broker.close();
      start(copy);
    } else {
      broker.close();
      start(directory);
    }
  }

  private WireClient client() throws Exception {
    return WireClient.connectedTo(
        broker
            .listener()
            .address()
            .toCompletableFuture()
            .get(TestBroker.SECONDS, SECONDS)
            .getPort());
  }

  private boolean servesRetained() throws Exception {
    try (WireClient client = client().connected("checker")) {
      client.published("check", "kept", true);
      client.subscribed("check", 0);
      return client.delivery().payload().equals("kept");
    }
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
