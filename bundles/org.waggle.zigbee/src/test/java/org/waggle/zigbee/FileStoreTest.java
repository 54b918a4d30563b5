package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class FileStoreTest {

  @TempDir private Path directory;
  private final VirtualTime storageThread = new VirtualTime();

  private FileStore store() {
    return new FileStore(directory.resolve("networks/home"), storageThread);
  }

  private Path file(String name) {
    return directory.resolve("networks/home").resolve(name);
  }

  private void save(FileStore store, String document) {
    CompletableFuture<Void> saved = store.save("nodes", document).toCompletableFuture();
    storageThread.settle();
    assertThat(saved).isCompleted();
  }

  @Test
  void givesBackWhatWasSaved() {
    save(store(), "{\"a\":\"ü\"}");

    assertThat(store().load("nodes")).contains("{\"a\":\"ü\"}");
  }

  @Test
  void hasNothingInTheBeginning() {
    assertThat(store().load("nodes")).isEmpty();
  }

  @Test
  void makesADocumentWhenItIsWrittenAndOnlyTheNewest() {
    List<String> made = new ArrayList<>();
    FileStore store = store();
    for (String name : List.of("older", "newest")) {
      store.save(
          "nodes",
          () -> {
            made.add(name);
            return "{}";
          });
    }
    assertThat(made).isEmpty();

    storageThread.settle();

    assertThat(made).containsExactly("newest");
  }

  @Test
  void failsASaveWhoseDocumentCannotBeMadeAndGoesOn() {
    FileStore store = store();
    CompletableFuture<Void> failed =
        store
            .save(
                "nodes",
                () -> {
                  throw new IllegalStateException("on purpose");
                })
            .toCompletableFuture();
    storageThread.settle();

    assertThatThrownBy(failed::join)
        .hasCauseInstanceOf(ZigbeeException.class)
        .hasMessageContaining("on purpose");
    save(store, "{}");
  }

  @Test
  void isOnDiskWhenTheStageCompletes() {
    CompletableFuture<Void> saved = store().save("nodes", "{}").toCompletableFuture();
    assertThat(saved).isNotDone();
    assertThat(file("nodes.json")).doesNotExist();

    storageThread.settle();

    assertThat(saved).isCompleted();
    assertThat(file("nodes.json")).hasContent("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "\"text\"", ""})
  void setsAsideWhatIsNoDocumentAndUsesTheOneBefore(String damage) throws IOException {
    FileStore store = store();
    store.save("entities", "{\"a\":1}");
    storageThread.settle();
    store.save("entities", "{\"a\":2}");
    storageThread.settle();
    Files.writeString(file("entities.json"), damage);

    assertThat(store.load("entities")).contains("{\"a\":1}");
    assertThat(file("entities.json")).doesNotExist();
  }

  @Test
  void writesOnlyTheNewestOfWhatWaits() {
    FileStore store = store();
    CompletableFuture<Void> first = store.save("nodes", "[1]").toCompletableFuture();
    CompletableFuture<Void> second = store.save("nodes", "[2]").toCompletableFuture();

    storageThread.settle();

    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(store.load("nodes")).contains("[2]");
    assertThat(file("nodes.json.old")).doesNotExist();
  }

  @Test
  void completesInTheOrderOfTheWrites() {
    FileStore store = store();
    List<String> order = new ArrayList<>();
    for (String document : List.of("1", "2", "3")) {
      store.save("nodes", document).thenRun(() -> order.add(document));
    }

    storageThread.settle();

    assertThat(order).containsExactly("1", "2", "3");
  }

  @Test
  void setsADamagedDocumentAsideAndUsesTheOneBefore() throws IOException {
    FileStore store = store();
    save(store, "{\"version\":1}");
    save(store, "{\"version\":2}");
    Files.writeString(file("nodes.json"), "{\"vers");

    assertThat(store.load("nodes")).contains("{\"version\":1}");

    try (Stream<Path> files = Files.list(directory.resolve("networks/home"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".damaged"))
          .hasSize(1);
    }
  }

  @Test
  void takesZeroesForDamage() throws IOException {
    FileStore store = store();
    save(store, "{\"version\":1}");
    save(store, "{\"version\":2}");
    Files.write(file("nodes.json"), new byte[13]);

    assertThat(store.load("nodes")).contains("{\"version\":1}");
  }

  @Test
  void survivesADeathBetweenItsRenames() throws IOException {
    FileStore store = store();
    save(store, "{\"version\":1}");
    Files.move(file("nodes.json"), file("nodes.json.old"));
    Files.writeString(file("nodes.json.new"), "{\"version\":2}");

    assertThat(store.load("nodes")).contains("{\"version\":1}");
  }

  @Test
  void survivesADeathInTheMiddleOfAWrite() throws IOException {
    FileStore store = store();
    save(store, "{\"version\":1}");
    Files.writeString(file("nodes.json.new"), "{\"ver");

    assertThat(store.load("nodes")).contains("{\"version\":1}");
    save(store, "{\"version\":3}");
    assertThat(store.load("nodes")).contains("{\"version\":3}");
  }

  @Test
  void failsWhenItCannotWrite() throws IOException {
    Files.writeString(directory.resolve("networks"), "a file where a directory should be");

    CompletableFuture<Void> saved = store().save("nodes", "{}").toCompletableFuture();
    storageThread.settle();

    assertThatThrownBy(() -> saved.getNow(null))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ZigbeeException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.STORAGE));
  }

  @Test
  void refusesNamesThatLeaveItsDirectory() {
    FileStore store = store();

    assertThatThrownBy(() -> store.save("../nodes", "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesWhatWaitsBeforeItCloses() {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    FileStore store = new FileStore(directory, thread);
    for (int i = 0; i < 100; i++) {
      store.save("nodes", "[" + i + "]");
    }

    store.close();

    assertThat(store.load("nodes")).contains("[99]");
    assertThat(store.save("nodes", "[100]").toCompletableFuture()).isCompletedExceptionally();
  }
}
