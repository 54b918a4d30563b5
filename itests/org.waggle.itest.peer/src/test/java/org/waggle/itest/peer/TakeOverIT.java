package org.waggle.itest.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.itest.processes.Mosquitto;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.Opened;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.itest.processes.Waggle;
import org.waggle.itest.processes.Zigbee2Mqtt;

/**
 * A stick moves from one program to the other and stays on its network: nothing is formed anew, the
 * devices need not join again, and new ones can.
 */
class TakeOverIT {

  /** Versions of EZSP that Zigbee2MQTT knows. */
  private static final int OLDEST = 13;

  private static final int NEWEST = 19;

  private static final Duration SOON = Duration.ofSeconds(60);

  /** No octet twice, so that no wrong order goes unnoticed. */
  private static final String NETWORK_KEY =
      "[17, 34, 51, 68, 85, 102, 119, 136, 153, 170, 187, 204, 221, 238, 240, 15]";

  private static final String EXTENDED_PAN_ID = "[1, 2, 3, 4, 5, 6, 7, 8]";
  private static final int PAN_ID = 4660;
  private static final int CHANNEL = 20;

  private static final Device BULB = new Device("bulb", "0x847127fffe000001");
  private static final Device PLUG = new Device("plug", "0x00124b0025000001");

  private final Path memory = Peers.scratch("memory");

  private record Device(String name, String address) {

    String topic() {
      return "zigbee2mqtt/" + address;
    }
  }

  /**
   * What makes a network the same one.
   *
   * @param network as the coordinator tells it, the network key included
   * @param trustCenterKey what whoever forms a network draws by lot
   */
  private record Identity(JsonObject network, String trustCenterKey) {}

  /**
   * What was seen of a program on a coordinator.
   *
   * @param frameCounter at its end; who forms a network begins at 0, and devices that know better
   *     ignore it
   */
  private record Stay(Identity identity, long frameCounter, Set<String> members) {}

  /** Starts a program on a coordinator, waits until it is online, and is a client of its broker. */
  private interface Program {

    MqttProbe start(SimulatedHouse house, Opened opened);
  }

  @ParameterizedTest
  @ValueSource(ints = {OLDEST, NEWEST})
  void waggleTakesANetworkOverFromZigbee2Mqtt(int ezsp) throws Exception {
    Stay first = stay(this::formZigbee2Mqtt, ezsp, BULB);

    Stay second = stay(this::resumeWaggle, ezsp, PLUG);

    assertOneNetwork(first, second);
  }

  @ParameterizedTest
  @ValueSource(ints = {OLDEST, NEWEST})
  void zigbee2MqttTakesANetworkOverFromWaggle(int ezsp) throws Exception {
    Stay first = stay(this::formWaggle, ezsp, BULB);

    Stay second = stay(this::resumeZigbee2Mqtt, ezsp, PLUG);

    assertOneNetwork(first, second);
  }

  private static void assertOneNetwork(Stay first, Stay second) {
    assertThat(second.identity()).isEqualTo(first.identity());
    assertThat(second.frameCounter()).isGreaterThan(first.frameCounter());
    assertThat(first.identity().network().get("channel").getAsInt()).isEqualTo(CHANNEL);
    assertThat(first.identity().network().get("panId").getAsInt()).isEqualTo(PAN_ID);
    assertThat(first.members()).containsExactly(BULB.address());
    assertThat(second.members()).containsExactly(PLUG.address(), BULB.address());
  }

  /** Runs a program until a new device has joined and does as it is told. */
  private Stay stay(Program program, int ezsp, Device newcomer) throws IOException {
    try (Opened opened = new Opened()) {
      SimulatedHouse house =
          opened.add(
              SimulatedHouse.start(
                  memory,
                  "--house",
                  "demo",
                  "--directory",
                  memory.toString(),
                  "--ezsp",
                  Integer.toString(ezsp)));
      MqttProbe mqtt = program.start(house, opened);
      assertThat(ezsp(mqtt)).isEqualTo(ezsp);
      for (String member : members(house)) {
        assertThat(report(house, member).get("delivered").getAsBoolean()).isTrue();
      }
      Peers.permitJoin(mqtt);
      house.ask("{'op':'join','device':'%s'}".formatted(newcomer.name()));
      Peers.awaitDevice(mqtt, newcomer.address());
      assertDoesAsItIsTold(mqtt, house, newcomer);
      JsonObject network = network(house);
      long frameCounter = network.remove("frameCounter").getAsLong();
      return new Stay(new Identity(network, trustCenterKey()), frameCounter, members(house));
    }
  }

  /** The version that both programs tell. */
  private static int ezsp(MqttProbe mqtt) {
    return mqtt.awaitLatest("zigbee2mqtt/bridge/info", message -> true, SOON)
        .json()
        .getAsJsonObject()
        .getAsJsonObject("coordinator")
        .getAsJsonObject("meta")
        .get("ezsp")
        .getAsInt();
  }

  private static void assertDoesAsItIsTold(MqttProbe mqtt, SimulatedHouse house, Device device) {
    mqtt.publish(device.topic() + "/set", "{\"state\":\"ON\"}");

    house.ask(
        "{'op':'await_frame','device':'%s','cluster':'genOnOff','command':1,'timeout':20,"
                .formatted(device.name())
            + "'frameType':'cluster_specific'}");
    mqtt.awaitLatest(
        device.topic(), message -> message.payload().contains("\"state\":\"ON\""), SOON);
  }

  private static JsonObject report(SimulatedHouse house, String device) {
    return house.ask(
        "{'op':'report','device':'%s','cluster':'genOnOff','attributes':['onOff']}"
            .formatted(device));
  }

  private static JsonObject network(SimulatedHouse house) {
    JsonObject network = house.ask("{'op':'network'}");
    assertThat(network.get("up").getAsBoolean()).isTrue();
    network.remove("open");
    network.remove("permitting");
    return network;
  }

  private String trustCenterKey() throws IOException {
    return JsonParser.parseString(Files.readString(memory.resolve("network.json")))
        .getAsJsonObject()
        .get("linkKey")
        .getAsString();
  }

  private static Set<String> members(SimulatedHouse house) {
    Set<String> members = new TreeSet<>();
    for (JsonElement element : house.ask("{'op':'devices'}").getAsJsonArray("devices")) {
      JsonObject device = element.getAsJsonObject();
      if (device.get("joined").getAsBoolean()) {
        members.add(device.get("ieee").getAsString());
      }
    }
    return members;
  }

  private MqttProbe formZigbee2Mqtt(SimulatedHouse house, Opened opened) {
    return zigbee2Mqtt(house, opened, "reset");
  }

  private MqttProbe resumeZigbee2Mqtt(SimulatedHouse house, Opened opened) {
    return zigbee2Mqtt(house, opened, "resumed");
  }

  private static MqttProbe zigbee2Mqtt(SimulatedHouse house, Opened opened, String how) {
    Path scratch = Peers.scratch("zigbee2mqtt");
    Mosquitto broker = opened.add(Mosquitto.start(scratch.resolve("mosquitto")));
    Zigbee2Mqtt zigbee2Mqtt =
        opened.add(
            Zigbee2Mqtt.start(
                Peers.installation(),
                scratch.resolve("data"),
                house.radioPort(),
                broker.port(),
                """
                advanced:
                  channel: %d
                  pan_id: %d
                  ext_pan_id: %s
                  network_key: %s
                """
                    .formatted(CHANNEL, PAN_ID, EXTENDED_PAN_ID, NETWORK_KEY)));
    zigbee2Mqtt.awaitLine("zigbee-herdsman started \\(" + how + "\\)", SOON);
    return opened.add(MqttProbe.connect(broker.port(), SOON, "zigbee2mqtt/#"));
  }

  private MqttProbe formWaggle(SimulatedHouse house, Opened opened) {
    return waggle(house, opened, true);
  }

  private MqttProbe resumeWaggle(SimulatedHouse house, Opened opened) {
    return waggle(house, opened, false);
  }

  private static MqttProbe waggle(SimulatedHouse house, Opened opened, boolean forms) {
    String network = "org.waggle.zigbee~default:";
    Waggle waggle =
        opened.add(
            Waggle.run(
                Peers.waggle(),
                Peers.scratch("waggle"),
                house.radioPort(),
                network + "channel=" + CHANNEL,
                network + "pan_id=" + PAN_ID,
                network + "ext_pan_id=" + EXTENDED_PAN_ID,
                network + "network_key=" + NETWORK_KEY));
    MqttProbe mqtt = opened.add(MqttProbe.connect(waggle.brokerPort(), SOON, "zigbee2mqtt/#"));
    mqtt.awaitLatest(
        "zigbee2mqtt/bridge/state", message -> message.payload().contains("online"), SOON);
    assertThat(waggle.tail().contains(" forms the network default")).isEqualTo(forms);
    return mqtt;
  }
}
