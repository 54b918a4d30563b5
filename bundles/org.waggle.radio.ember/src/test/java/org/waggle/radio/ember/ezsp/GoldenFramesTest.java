package org.waggle.radio.ember.ezsp;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waggle.radio.ember.ezsp.GoldenTable.Row;
import org.waggle.zcl.Octets;

/** Every frame in every version against the octets of others. The tables name their sources. */
class GoldenFramesTest {

  private static final int SEQUENCE = 0xAA;

  /** Those that the tables must hold, wherever a frame is in them. */
  private static final List<Integer> PROVED = List.of(8, 13, 14, 16, 18, 19);

  /** Those that go by how long they are. */
  private static final Set<String> MEASURED =
      Set.of(
          "startScan",
          "launchStandaloneBootloader",
          "setManufacturerCode",
          "readCounters",
          "readAndClearCounters",
          "getTransientLinkKey",
          "getTransientKeyTableEntry",
          "getTokenInfo");

  static Stream<Row> requests() {
    return GoldenTable.read("requests.txt").stream();
  }

  static Stream<Row> responses() {
    return GoldenTable.read("responses.txt").stream();
  }

  static Stream<Row> callbacks() {
    return GoldenTable.read("callbacks.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void encodesRequest(Row row) {
    EzspCommand<?> command = GoldenCommands.named(row.names().get(0));

    row.versions()
        .filter(command::isIn)
        .forEach(
            version ->
                assertThat(Octets.of(EzspFrame.encode(SEQUENCE, version, command)))
                    .as("%s", version)
                    .isEqualTo(row.octets()));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void decodesResponse(Row row) throws EzspFormatException {
    for (String name : row.names()) {
      EzspCommand<?> command = GoldenCommands.named(name);
      for (EzspVersion version : row.versions().filter(command::isIn).toList()) {
        EzspReader from = new EzspReader(version, row.octets());

        assertThat(Reading.of(command.decodeResponse(from)))
            .as("%s in %s", name, version)
            .isEqualTo(row.reading());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void decodesCallback(Row row) throws EzspFormatException {
    for (EzspVersion version : row.versions().toList()) {
      assertThat(Reading.of(EzspCallback.decode(version, callback(row, row.octets()))))
          .as("%s", version)
          .isEqualTo(row.reading());
    }
  }

  @ParameterizedTest
  @MethodSource("responses")
  void toleratesWhatNewerFirmwareAppendsToResponse(Row row) throws EzspFormatException {
    for (String name : row.names()) {
      if (MEASURED.contains(name)) {
        continue;
      }
      EzspCommand<?> command = GoldenCommands.named(name);
      for (EzspVersion version : row.versions().filter(command::isIn).toList()) {
        EzspReader from = new EzspReader(version, appended(row.octets()));

        assertThat(Reading.of(command.decodeResponse(from)))
            .as("%s in %s", name, version)
            .isEqualTo(row.reading());
      }
    }
  }

  @Test
  void everyCommandHasGoldenRequestAndResponse() {
    List<Row> requests = requests().toList();
    List<Row> responses = responses().toList();

    assertThat(GoldenCommands.ALL.stream().map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(GoldenCommands.classes().toList());
    for (EzspCommand<?> command : GoldenCommands.ALL) {
      for (int version : PROVED) {
        if (command.isIn(new EzspVersion(version))) {
          assertThat(requests).as("in %s", version).anyMatch(isOf(command.name(), version));
          assertThat(responses).as("in %s", version).anyMatch(isOf(command.name(), version));
        }
      }
    }
  }

  @Test
  void everyCallbackIsReadFromGoldenOctets() {
    Set<String> read =
        callbacks()
            .map(row -> row.reading().substring(0, row.reading().indexOf('(')))
            .collect(toSet());

    assertThat(
            Stream.concat(
                    Stream.of(EzspCallback.class.getPermittedSubclasses()).filter(Class::isRecord),
                    Stream.of(EzspCallback.class.getPermittedSubclasses())
                        .filter(Class::isSealed)
                        .flatMap(chapter -> Stream.of(chapter.getPermittedSubclasses())))
                .map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void everyCallbackIsReadInEveryVersion() {
    List<Row> callbacks = callbacks().toList();
    String senderEui64UpTo13 = "0x0062";

    for (Row row : callbacks) {
      String frameId = row.names().get(0);
      if (!frameId.equals(senderEui64UpTo13)) {
        assertThat(PROVED)
            .as(frameId)
            .allMatch(version -> callbacks.stream().anyMatch(isOf(frameId, version)));
      }
    }
  }

  @Test
  void noVersionHasTwoCommandsOfOneId() {
    for (int version : GoldenTable.VERSIONS) {
      assertThat(
              GoldenCommands.ALL.stream()
                  .filter(command -> command.isIn(new EzspVersion(version)))
                  .map(EzspCommand::frameId))
          .as("in %s", version)
          .doesNotHaveDuplicates();
    }
  }

  private static Predicate<Row> isOf(String name, int version) {
    return row -> row.names().contains(name) && row.isFor(version);
  }

  private static EzspFrame callback(Row row, Octets parameters) {
    int frameId = Integer.decode(row.names().get(0));
    return new EzspFrame(0, frameId, true, false, false, false, parameters);
  }

  private static Octets appended(Octets octets) {
    return Octets.ofHex(octets + "0102030405060708090a0b0c0d0e0f101112131415161718");
  }
}
