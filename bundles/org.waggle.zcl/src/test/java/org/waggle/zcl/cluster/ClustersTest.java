package org.waggle.zcl.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

class ClustersTest {

  private static final OptionalInt NONE = OptionalInt.empty();
  private static final Clusters STANDARD = Clusters.standard();

  /** zigbee-herdsman 10.9.2 has so many. */
  @Test
  void knowsEveryClusterZigbee2MqttPublishes() {
    assertThat(STANDARD.definitions()).hasSize(129);
    assertThat(STANDARD.definitions().stream().mapToInt(c -> c.attributes().size()).sum())
        .isEqualTo(1354);
    assertThat(
            STANDARD.definitions().stream()
                .mapToInt(c -> c.commands().size() + c.responses().size())
                .sum())
        .isEqualTo(424);
  }

  @Test
  void publishesExactlyTheFactsItHas() throws IOException {
    StringWriter published = new StringWriter();
    try (JsonWriter json = new JsonWriter(published)) {
      json.beginObject();
      for (ClusterDefinition cluster : STANDARD.definitions()) {
        json.name(cluster.name());
        ClusterJson.write(cluster, json);
      }
      json.endObject();
    }

    JsonElement facts;
    try (Reader resource =
        new InputStreamReader(
            Objects.requireNonNull(Clusters.class.getResourceAsStream("clusters.json")),
            StandardCharsets.UTF_8)) {
      facts = JsonParser.parseReader(resource);
    }
    assertThat(JsonParser.parseString(published.toString())).isEqualTo(facts);
  }

  /** ZCL 4.4.2.2.1 and 3.8.2.3.1. */
  @Test
  void knowsAttributesAndCommands() {
    ClusterDefinition temperature = STANDARD.find(0x0402, NONE).orElseThrow();
    ClusterDefinition onOff = STANDARD.find("genOnOff").orElseThrow();

    assertThat(temperature.name()).isEqualTo("msTemperatureMeasurement");
    assertThat(temperature.attribute(0, NONE).orElseThrow())
        .satisfies(
            attribute -> {
              assertThat(attribute.name()).isEqualTo("measuredValue");
              assertThat(attribute.type()).isEqualTo(ZclType.INT16);
              assertThat(attribute.has(AttributeFlag.REPORTABLE)).isTrue();
              assertThat(attribute.has(AttributeFlag.WRITABLE)).isFalse();
            });
    assertThat(onOff.command("toggle").map(CommandDefinition::id)).hasValue(2);
    assertThat(onOff.command(2).map(CommandDefinition::name)).hasValue("toggle");
    assertThat(onOff.command("nonsense")).isEmpty();
    assertThat(onOff.response(0)).isEmpty();
  }

  @Test
  void namesNoTwoThingsTheSame() {
    for (ClusterDefinition cluster : STANDARD.definitions()) {
      assertThat(cluster.attributes())
          .extracting(AttributeDefinition::name)
          .doesNotHaveDuplicates();
      assertThat(cluster.commands()).extracting(CommandDefinition::name).doesNotHaveDuplicates();
      assertThat(cluster.responses()).extracting(CommandDefinition::name).doesNotHaveDuplicates();
    }
  }

  /** Zigbee2MQTT gives these ids twice; whoever adds a fact must not add to them. */
  @Test
  void givesNoIdTwiceButThoseZigbee2MqttGivesTwice() {
    Set<String> twice = new HashSet<>();
    for (ClusterDefinition cluster : STANDARD.definitions()) {
      Set<Object> ids = new HashSet<>();
      for (AttributeDefinition attribute : cluster.attributes()) {
        if (!ids.add(List.of(attribute.id(), attribute.manufacturerCode()))) {
          twice.add(cluster.name() + " " + attribute.name());
        }
      }
      for (List<CommandDefinition> commands : List.of(cluster.commands(), cluster.responses())) {
        ids.clear();
        for (CommandDefinition command : commands) {
          if (!ids.add(command.id())) {
            twice.add(cluster.name() + " " + command.name());
          }
        }
      }
    }

    assertThat(STANDARD.definitions()).extracting(ClusterDefinition::id).doesNotHaveDuplicates();
    assertThat(twice)
        .containsExactlyInAnyOrder(
            "haApplianceControl signalStateNotification",
            "greenPower sinkCommissioningMode",
            "seMetering alternativeDemandFormatting",
            "seMetering alternativeConsumptionFormatting",
            "seMetering previousDay6ConsumptionReceived",
            "telecommunicationsVoiceOverZigbee voiceTransmission",
            "telecommunicationsVoiceOverZigbee voiceTransmissionCompletion",
            "telecommunicationsVoiceOverZigbee controlResponse");
  }

  @Test
  void prefersWhatWasPutOver() {
    ClusterDefinition own = cluster("genOnOff", 6, NONE);

    Clusters clusters = STANDARD.with(List.of(own));

    assertThat(clusters.find(6, NONE)).hasValue(own);
    assertThat(clusters.find("genOnOff")).hasValue(own);
    assertThat(clusters.find("genBasic")).isEqualTo(STANDARD.find("genBasic"));
    assertThat(clusters.definitions()).hasSize(129).contains(own);
    assertThat(STANDARD.find(6, NONE)).isNotEqualTo(Optional.of(own));
  }

  @Test
  void resolvesByManufacturerCodeFirst() {
    ClusterDefinition philips = cluster("philips", 0xFC00, OptionalInt.of(0x100B));
    ClusterDefinition samsung = cluster("samsung", 0xFC00, OptionalInt.of(0x1241));
    Clusters clusters = STANDARD.with(List.of(philips, samsung));

    assertThat(clusters.find(0xFC00, OptionalInt.of(0x1241))).hasValue(samsung);
    assertThat(clusters.find(0xFC00, OptionalInt.of(0x100B))).hasValue(philips);
    assertThat(clusters.find(0xFC00, NONE)).hasValue(philips);
    assertThat(clusters.find(0xFC01, NONE)).isEmpty();
  }

  @Test
  void tellsAManufacturersAttributeFromTheClustersOwn() {
    AttributeDefinition own = AttributeDefinition.of(1, "own", ZclType.UINT8);
    AttributeDefinition added = AttributeDefinition.of(1, "added", ZclType.UINT8, 0x1002);
    ClusterDefinition cluster =
        new ClusterDefinition(6, "x", NONE, List.of(added, own), List.of(), List.of());

    assertThat(cluster.attribute(1, OptionalInt.of(0x1002))).hasValue(added);
    assertThat(cluster.attribute(1, OptionalInt.of(0x1003))).hasValue(own);
    assertThat(cluster.attribute(1, NONE)).hasValue(own);
    assertThat(cluster.attribute("added")).hasValue(added);
  }

  private static ClusterDefinition cluster(String name, int id, OptionalInt manufacturerCode) {
    return new ClusterDefinition(id, name, manufacturerCode, List.of(), List.of(), List.of());
  }

  /** As zigbee-herdsman 10.9.2 judges when it reads attributes. */
  @Test
  void tellsNonValuesFromValuesWithAMeaning() {
    assertThat(judge("msTemperatureMeasurement", "measuredValue", ZclValue.int16(-32768)))
        .isEqualTo(Validity.ABSENT);
    assertThat(judge("msTemperatureMeasurement", "measuredValue", ZclValue.int16(-32767)))
        .isEqualTo(Validity.VALID);
    // special
    assertThat(judge("msIlluminanceMeasurement", "measuredValue", ZclValue.uint16(0xFFFF)))
        .isEqualTo(Validity.VALID);
    // default
    assertThat(judge("genLevelCtrl", "currentLevel", ZclValue.uint8(0xFF)))
        .isEqualTo(Validity.VALID);
    // maximum
    assertThat(judge("genPowerCfg", "batteryPercentageRemaining", ZclValue.uint8(0xFF)))
        .isEqualTo(Validity.VALID);
    assertThat(judge("lightingColorCtrl", "colorMode", ZclValue.enum8(200)))
        .isEqualTo(Validity.FORBIDDEN);
    assertThat(judge("genBasic", "modelId", ZclValue.text("x".repeat(33))))
        .isEqualTo(Validity.FORBIDDEN);
    assertThat(judge("genBasic", "modelId", ZclValue.absent(ZclType.CHARACTER_STRING)))
        .isEqualTo(Validity.ABSENT);
  }

  private static Validity judge(String cluster, String attribute, ZclValue value) {
    return STANDARD.find(cluster).orElseThrow().attribute(attribute).orElseThrow().judge(value);
  }

  @Test
  void readsClustersOfOthers() throws IOException {
    String json =
        """
        {"mine": {"ID": 64528, "manufacturerCode": 4447, "future": [1],
          "attributes": {"a": {"ID": 1, "type": 57, "max": 1.5, "future": {}}},
          "commands": {"c": {"ID": 2, "parameters": [{"name": "p", "type": 1008}]}},
          "commandsResponse": {}}}
        """;

    List<ClusterDefinition> clusters = ClusterJson.read(new StringReader(json));

    assertThat(clusters).hasSize(1);
    assertThat(clusters.get(0).name()).isEqualTo("mine");
    assertThat(clusters.get(0).manufacturerCode()).hasValue(0x115F);
    assertThat(clusters.get(0).attribute("a").orElseThrow().restrictions().maximum())
        .hasValueSatisfying(maximum -> assertThat(maximum.doubleValue()).isEqualTo(1.5));
    assertThat(clusters.get(0).command("c").orElseThrow().parameters())
        .containsExactly(ParameterDefinition.of("p", SpecialType.BUFFER));
  }

  @Test
  void refusesWhatDescribesNoClusters() {
    for (String json : List.of("[]", "{\"x\": {\"ID\": \"y\"}}", "{", wrongType())) {
      assertThatThrownBy(() -> ClusterJson.read(new StringReader(json)))
          .isInstanceOf(IOException.class);
    }
  }

  private static String wrongType() {
    return "{\"x\": {\"ID\": 1, \"attributes\": {\"a\": {\"ID\": 1, \"type\": 7}}}}";
  }
}
