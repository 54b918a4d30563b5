package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.ember.Awaiting.await;
import static org.waggle.radio.ember.Awaiting.reason;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.GreenPowerRequest;
import org.waggle.radio.api.InterPanRequest;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkBackup.LinkKey;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.simulator.Simulator;
import org.waggle.simulator.memory.Memory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** What is done to a network as a whole, with the simulator. */
class NetworkTest {

  private static final NetworkSettings NETWORK =
      new NetworkSettings(
          new NetworkParameters(0x1A62, 0xDDDDDDDDDDDDDDDDL, 11),
          Octets.ofHex("01030507090b0d0f00020406080a0c0d"));

  private static final IeeeAddress LAMP = new IeeeAddress(0x00124B00AA000000L);

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 12, 13, 14, 16, 18, 19})
  void lendsANetworkToAnotherCoordinatorWithoutPairing(int version) throws Exception {
    Simulator simulator = simulator(version, Memory.volatileMemory());
    Heard heard = new Heard();
    ZigbeeRadio old = radio(simulator, heard);
    IeeeAddress self = await(old.open()).ieeeAddress();
    await(old.form(NETWORK));
    NetworkBackup backup = await(old.backup());

    assertThat(backup.coordinator()).isEqualTo(self);
    assertThat(backup.parameters()).isEqualTo(NETWORK.parameters());
    assertThat(backup.networkKey()).isEqualTo(NETWORK.networkKey());
    assertThat(backup.hashedLinkKeys()).isTrue();
    assertThat(backup.trustCenterLinkKey()).map(Octets::size).hasValue(16);

    List<LinkKey> linkKeys = List.of(new LinkKey(LAMP, NETWORK.networkKey(), 0, 0));
    NetworkBackup changed =
        new NetworkBackup(
            new IeeeAddress(0x0011223344556677L),
            backup.parameters(),
            7,
            backup.networkKey(),
            3,
            123_456,
            backup.trustCenterLinkKey(),
            true,
            linkKeys);
    Memory memory = Memory.volatileMemory();
    Simulator stick = simulator(version, memory);
    ZigbeeRadio taker = radio(stick, new Heard());
    await(taker.open());
    await(taker.form(new NetworkSettings(new NetworkParameters(1, 2, 20), backup.networkKey())));
    await(taker.joinGroup(77, 1));

    assertThat(await(taker.restore(changed))).isEqualTo(backup.parameters());

    NetworkBackup taken = await(taker.backup());
    assertThat(taken.coordinator()).isEqualTo(changed.coordinator());
    assertThat(taken.networkKey()).isEqualTo(changed.networkKey());
    assertThat(taken.networkKeySequence()).isEqualTo(3);
    assertThat(taken.networkFrameCounter()).isBetween(1_123_456L, 1_223_456L);
    assertThat(taken.trustCenterLinkKey()).isEqualTo(changed.trustCenterLinkKey());
    assertThat(taken.hashedLinkKeys()).isTrue();
    assertThat(taken.updateId()).isEqualTo(7);
    assertThat(taken.linkKeys()).extracting(LinkKey::device).containsExactly(LAMP);
    assertThat(taken.linkKeys()).extracting(LinkKey::key).containsExactly(NETWORK.networkKey());
    taker.close();

    ZigbeeRadio later = radio(stick, new Heard());
    CoordinatorInfo info = await(later.open());
    assertThat(info.ieeeAddress()).isEqualTo(changed.coordinator());
    assertThat(await(later.resume())).contains(backup.parameters());
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 19})
  void refusesBackupsThatItCannotTakeOver(int version) throws Exception {
    ZigbeeRadio radio = formed(version, new Heard());
    NetworkBackup backup = await(radio.backup());
    LinkKey key = new LinkKey(LAMP, NETWORK.networkKey(), 0, 0);

    List<NetworkBackup> refused =
        List.of(
            with(backup, Optional.empty(), 0, List.of()),
            with(backup, backup.trustCenterLinkKey(), 0xFFFF_FFF0L, List.of()),
            with(backup, backup.trustCenterLinkKey(), 0, Collections.nCopies(300, key)));

    for (NetworkBackup each : refused) {
      assertThatThrownBy(() -> await(radio.restore(each)))
          .cause()
          .satisfies(reason(Reason.REFUSED));
    }
    assertThat(await(radio.resume())).contains(NETWORK.parameters()); // still
  }

  private static NetworkBackup with(
      NetworkBackup backup, Optional<Octets> linkKey, long counter, List<LinkKey> keys) {
    return new NetworkBackup(
        backup.coordinator(),
        backup.parameters(),
        0,
        backup.networkKey(),
        0,
        counter,
        linkKey,
        true,
        keys);
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void measuresChannelsAndMovesToAnother(int version) throws Exception {
    ZigbeeRadio radio = formed(version, new Heard());

    Map<Integer, Integer> energy = await(radio.energyScan(Set.of(11, 15, 26)));
    assertThat(energy).containsOnlyKeys(11, 15, 26);
    assertThat(energy.values()).allMatch(rssi -> rssi > -120 && rssi < 20);

    await(radio.changeChannel(15));
    assertThat(await(radio.resume())).map(NetworkParameters::channel).hasValue(15);
    assertThatThrownBy(() -> await(radio.changeChannel(10)))
        .cause()
        .satisfies(reason(Reason.REFUSED));

    await(radio.setTransmitPower(8));
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void countsWhatTheCoordinatorAndTheLineDid(int version) throws Exception {
    ZigbeeRadio radio = formed(version, new Heard());

    Map<String, Long> counters = await(radio.counters());

    assertThat(counters).containsKeys("mac_tx_unicast_success", "aps_data_rx_unicast");
    assertThat(counters.get("ash_data_sent")).isGreaterThan(20);
    assertThat(counters.get("ash_damaged_received")).isZero();
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void takesFramesOutsideOfTheNetwork(int version) throws Exception {
    ZigbeeRadio radio = formed(version, new Heard());

    await(
        radio.sendInterPan(
            new InterPanRequest(20, Optional.empty(), 0xC05E, 0x1000, Octets.of(0x11, 1, 0))));
    await(
        radio.sendInterPan(
            new InterPanRequest(15, Optional.of(LAMP), 0xC05E, 0x1000, Octets.of(0x11, 2, 6))));
    await(radio.endInterPan());

    await(
        radio.sendGreenPower(
            new GreenPowerRequest(
                0x12345678, Optional.empty(), 0, 0xF3, Octets.of(1), Duration.ofSeconds(5))));
    await(
        radio.sendGreenPower(
            new GreenPowerRequest(0, Optional.of(LAMP), 1, 0xF0, Octets.EMPTY, Duration.ZERO)));
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void admitsADeviceByItsInstallationCode(int version) throws Exception {
    Simulator simulator =
        Simulator.builder()
            .ezspVersion(version)
            .device(
                json(
                    "{'name':'coded','ieee':'0x00124b00aa000001',"
                        + "'linkKey':'000102030405060708090a0b0c0d0e0f',"
                        + "'endpoints':[{'id':1,'input':{'genBasic':{}}}]}"))
            .latency(Duration.ofMillis(1))
            .start();
    open.add(simulator);
    Heard heard = new Heard();
    ZigbeeRadio radio = radio(simulator, heard);
    await(radio.open());
    await(radio.form(NETWORK));
    await(
        radio.addInstallCodeKey(
            new IeeeAddress(0x00124B00AA000001L),
            Octets.ofHex("000102030405060708090a0b0c0d0e0f")));

    await(radio.permitJoin(Duration.ofSeconds(60)));
    control(simulator, "{'op':'join','device':'coded'}");

    assertThat(heard.next(JoinIndication.class).kind()).isEqualTo(JoinIndication.Kind.JOINED);
  }

  @ParameterizedTest(name = "EZSP {0}")
  @ValueSource(ints = {8, 19})
  void isFoundByProbing(int version) throws Exception {
    Simulator simulator = simulator(version, Memory.volatileMemory());
    RadioSettings settings = RadioSettings.on("tcp://127.0.0.1:" + simulator.ezspPort());

    Optional<RadioSettings> found = await(new EmberRadios(new MachinePorts()).probe(settings));

    assertThat(found)
        .contains(
            new RadioSettings(
                settings.port(), OptionalInt.empty(), FlowControl.NONE, OptionalInt.empty()));
    RadioThreads.assertNone(settings.port());
  }

  private ZigbeeRadio formed(int version, Heard heard) throws Exception {
    ZigbeeRadio radio = radio(simulator(version, Memory.volatileMemory()), heard);
    await(radio.open());
    await(radio.form(NETWORK));
    return radio;
  }

  private Simulator simulator(int version, Memory memory) throws Exception {
    Simulator simulator =
        Simulator.builder()
            .ezspVersion(version)
            .memory(memory)
            .crowd(4)
            .latency(Duration.ofMillis(1))
            .start();
    open.add(simulator);
    return simulator;
  }

  private ZigbeeRadio radio(Simulator simulator, Heard heard) {
    ZigbeeRadio radio =
        new EmberRadios(new MachinePorts())
            .create(RadioSettings.on("tcp://127.0.0.1:" + simulator.ezspPort()), heard);
    open.add(radio);
    return radio;
  }

  private static void control(Simulator simulator, String request) throws Exception {
    JsonObject reply = await(simulator.control(json(request)));
    assertThat(reply.get("ok").getAsBoolean()).as(reply.toString()).isTrue();
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }
}
