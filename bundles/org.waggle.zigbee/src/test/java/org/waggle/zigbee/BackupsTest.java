package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.NetworkStatus.State;

/** Another stick takes the network over. */
class BackupsTest {

  private static final String DOCUMENT = "coordinator_backup";
  private static final IeeeAddress NEW_ADDRESS = new IeeeAddress(0xE7L);

  /** As Zigbee2MQTT 2.14.1 wrote it of an EmberZNet stick with the address 0x842e14fffe000001. */
  private static final String OF_ZIGBEE2MQTT =
      """
      {
        "metadata": {
          "format": "zigpy/open-coordinator-backup",
          "version": 1,
          "source": "zigbee-herdsman@10.9.2",
          "internal": {"date": "2026-11-23T07:44:00.539Z", "ezspVersion": 13}
        },
        "stack_specific": {"ezsp": {"hashed_tclk": "a1030507090b0d0f00020406080a0c0d"}},
        "coordinator_ieee": "010000feff142e84",
        "pan_id": "1a62",
        "extended_pan_id": "dddddddddddddddd",
        "nwk_update_id": 0,
        "security_level": 5,
        "channel": 11,
        "channel_mask": [11],
        "network_key": {
          "key": "01030507090b0d0f00020406080a0c0d",
          "sequence_number": 0,
          "frame_counter": 4114
        },
        "devices": []
      }
      """;

  private final MemoryStore store = new MemoryStore();

  private static FakeStick stick() {
    FakeStick stick = new FakeStick();
    stick.backsUp = true;
    return stick;
  }

  private static FakeStick newStick() {
    FakeStick stick = stick();
    stick.address = NEW_ADDRESS;
    return stick;
  }

  private Bench start(FakeStick stick, Settings settings) {
    return new Bench("home", stick, settings, time -> store, new PortClaims(), new FakePorts())
        .start();
  }

  private Bench start(FakeStick stick) {
    return start(stick, Bench.SETTINGS);
  }

  private static Settings reforming() {
    return new Settings(
        "ember",
        RadioSettings.on("tcp://stick:1"),
        11,
        Bench.SETTINGS.panId(),
        Bench.SETTINGS.extendedPanId(),
        Bench.SETTINGS.networkKey(),
        16,
        true,
        Optional.empty());
  }

  private static Settings generating() {
    return new Settings(
        "ember",
        RadioSettings.on("tcp://stick:1"),
        11,
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        16,
        false,
        Optional.empty());
  }

  private JsonObject saved() {
    return JsonParser.parseString(store.load(DOCUMENT).orElseThrow()).getAsJsonObject();
  }

  @Test
  void takesABackupWhenTheRadioIsUp() {
    start(stick());

    assertThat(saved().getAsJsonObject("metadata").get("format").getAsString())
        .isEqualTo("zigpy/open-coordinator-backup");
    assertThat(saved().get("coordinator_ieee").getAsString()).isEqualTo("00000000000000e0");
    assertThat(saved().get("pan_id").getAsString()).isEqualTo("1a62");
    assertThat(saved().get("extended_pan_id").getAsString()).isEqualTo("dddddddddddddddd");
    assertThat(saved().get("channel").getAsInt()).isEqualTo(11);
    assertThat(saved().get("security_level").getAsInt()).isEqualTo(5);
    assertThat(saved().getAsJsonObject("network_key").get("frame_counter").getAsLong())
        .isEqualTo(4711);
  }

  @Test
  void readsWhatItWrote() {
    FakeStick stick = stick();
    start(stick);

    assertThat(BackupCodec.read(store.load(DOCUMENT).orElseThrow())).isEqualTo(stick.backup());
  }

  @Test
  void takesABackupOnceADayAndAMinuteAfterJoins() {
    Bench bench = start(stick());
    assertThat(backups(bench)).isEqualTo(1);

    bench.advance(86_400);
    assertThat(backups(bench)).isEqualTo(2);

    bench.joined(FakeNode.bulb(Bench.BULB, 0x1111));
    bench.joined(FakeNode.sensor(Bench.SENSOR, 0x2222));
    bench.advance(59);
    assertThat(backups(bench)).isEqualTo(2);
    bench.advance(1);
    assertThat(backups(bench)).isEqualTo(3);
  }

  private static long backups(Bench bench) {
    return bench.stick.calls.stream().filter("backup"::equals).count();
  }

  @Test
  void saysNothingOfRadiosThatCannot() {
    FakeStick stick = new FakeStick();

    Bench bench = start(stick);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(store.load(DOCUMENT)).isEmpty();
  }

  @Test
  void restoresTheNetworkOnANewStick() {
    FakeStick old = stick();
    start(old);
    FakeStick fresh = newStick();

    Bench bench = start(fresh);

    assertThat(bench.told.takeStates())
        .containsExactly(
            State.PROBING, State.OPENING, State.RESUMING, State.RESTORING, State.ONLINE);
    assertThat(fresh.restored).contains(old.backup());
    assertThat(fresh.calls).doesNotContain("form");
    assertThat(bench.network.coordinator().orElseThrow().ieeeAddress())
        .isEqualTo(FakeStick.ADDRESS);
  }

  @Test
  void formsTheNetworkIfTheBackupIsOfAnother() {
    FakeStick old = stick();
    start(old, Bench.SETTINGS);
    Settings other =
        new Settings(
            "ember",
            RadioSettings.on("tcp://stick:1"),
            11,
            Bench.SETTINGS.panId(),
            Bench.SETTINGS.extendedPanId(),
            Optional.of(Octets.ofHex("ffeeddccbbaa99887766554433221100")),
            16,
            false,
            Optional.empty());
    FakeStick fresh = newStick();

    start(fresh, other);

    assertThat(fresh.calls).contains("form").doesNotContain("restore");
    assertThat(BackupCodec.read(store.load(DOCUMENT + "-dddddddddddddddd").orElseThrow()))
        .isEqualTo(old.backup());
  }

  @Test
  void restoresOverAnotherNetworkWhenToldTo() {
    start(stick());
    FakeStick fresh = newStick();
    fresh.remembered = Optional.of(new NetworkParameters(0x1b63, 1, 15));
    fresh.networkKey = Bench.KEY;

    Bench bench = start(fresh, reforming());

    assertThat(fresh.calls).contains("restore").doesNotContain("form");
    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void leavesAnotherNetworkAloneThoughThereIsABackup() {
    start(stick());
    FakeStick fresh = newStick();
    fresh.remembered = Optional.of(new NetworkParameters(0x1b63, 1, 15));
    fresh.networkKey = Bench.KEY;

    Bench bench = start(fresh);

    assertThat(bench.state()).isEqualTo(State.CONFLICT);
    assertThat(fresh.calls).doesNotContain("restore", "form");
  }

  @Test
  void formsTheNetworkOnAStickThatCannotRestore() {
    start(stick());
    FakeStick fresh = new FakeStick();

    Bench bench = start(fresh);

    assertThat(fresh.calls).contains("form");
    assertThat(bench.told.takeStates()).containsSequence(State.RESTORING, State.FORMING);
  }

  @Test
  void triesARestoreThatFailsAgain() {
    start(stick());
    FakeStick fresh = newStick();
    fresh.restoreFault = Optional.of(new RadioException(Reason.REFUSED, "no room for keys"));
    Bench bench = start(fresh);
    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);
    assertThat(bench.network.status().reason()).contains("no room for keys");
    fresh.restoreFault = Optional.empty();

    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(fresh.calls).doesNotContain("form");
  }

  @Test
  void restoresABackupOfZigbee2mqtt() {
    store.save(DOCUMENT, OF_ZIGBEE2MQTT);
    FakeStick fresh = newStick();

    start(fresh);

    NetworkBackup backup = fresh.restored.orElseThrow();
    assertThat(backup.coordinator()).isEqualTo(new IeeeAddress(0x842e14fffe000001L));
    assertThat(backup.networkKey()).isEqualTo(Bench.KEY);
    assertThat(backup.networkFrameCounter()).isEqualTo(4114);
    assertThat(backup.trustCenterLinkKey())
        .contains(Octets.ofHex("a1030507090b0d0f00020406080a0c0d"));
    assertThat(backup.hashedLinkKeys()).isTrue();
  }

  @Test
  void takesTheNetworkThatIsToBeGeneratedFromABackupThatIsThere() {
    store.save(DOCUMENT, OF_ZIGBEE2MQTT.replace("\"1a62\"", "\"beef\""));
    FakeStick fresh = newStick();

    start(fresh, generating());

    assertThat(fresh.calls).contains("restore");
    assertThat(fresh.remembered.orElseThrow().panId()).isEqualTo(0xBEEF);
  }

  @Test
  void formsNothingWhileTheBackupCannotBeRead() {
    store.save(DOCUMENT, "{\"metadata\":{}}");
    FakeStick fresh = newStick();

    Bench bench = start(fresh);

    assertThat(bench.state()).isEqualTo(State.CONFLICT);
    assertThat(bench.network.status().reason())
        .startsWith("coordinator_backup.json of the network home cannot be used");
    assertThat(fresh.calls).doesNotContain("form", "restore");
  }

  @Test
  void resumesThoughTheBackupCannotBeReadAndReplacesIt() {
    store.save(DOCUMENT, "{\"metadata\":{}}");
    FakeStick stick = stick();
    stick.remembered = Optional.of(new NetworkParameters(0x1a62, 0xddddddddddddddddL, 11));
    stick.networkKey = Bench.KEY;

    Bench bench = start(stick);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(BackupCodec.read(store.load(DOCUMENT).orElseThrow())).isEqualTo(stick.backup());
  }

  @Test
  void bindsNodesToAStickThatKeepsItsOwnAddress() {
    Bench before = start(stick());
    FakeNode bulb = before.joinedBulb();
    EndpointAddress endpoint = new EndpointAddress(bulb.ieeeAddress, 1);
    before.done(before.network.bind(endpoint, bindingTo(FakeStick.ADDRESS)));
    before.done(before.parts.stop());
    FakeStick fresh = newStick();
    fresh.keepsItsAddress = true;
    fresh.add(bulb);

    Bench after = start(fresh);
    after.time.settle();

    assertThat(after.network.coordinator().orElseThrow().ieeeAddress()).isEqualTo(NEW_ADDRESS);
    assertThat(after.node(bulb).endpoint(1).orElseThrow().bindings())
        .containsExactly(bindingTo(NEW_ADDRESS));
    assertThat(fresh.takeSent()).anyMatch(sent -> sent.contains("BindRequest"));
  }

  @Test
  void tellsASleepingAlarmTheNewAddressWhenItIsHeard() {
    Bench before = start(stick());
    FakeNode sensor = before.joined(FakeNode.iasSensor(Bench.SENSOR, 0x2222));
    before.done(before.parts.stop());
    FakeStick fresh = newStick();
    fresh.keepsItsAddress = true;
    fresh.add(sensor);
    sensor.asleep = true;
    Bench after = start(fresh);
    assertThat(sensor.cieAddress()).isEqualTo(FakeStick.ADDRESS);

    sensor.asleep = false;
    fresh.announces(sensor);
    after.advance(20);

    assertThat(sensor.cieAddress()).isEqualTo(NEW_ADDRESS);
  }

  private static Binding bindingTo(IeeeAddress coordinator) {
    return new Binding(6, new Binding.Target.Endpoint(coordinator, 1));
  }
}
