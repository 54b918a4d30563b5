package org.waggle.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.device.api.DeviceDefinition.Source;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

/** Devices and groups to show. */
final class House {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private static final IeeeAddress LAMP = new IeeeAddress(0x00124b0000000001L);

  private House() {}

  /** A bulb on mains with a written definition. */
  static DeviceEntity lamp() {
    return new DeviceEntity(
        new ZigbeeNode(
            LAMP,
            0x4A1C,
            NodeType.ROUTER,
            OptionalInt.of(0x1277),
            basic("Ajax", "ZB_A60", OptionalInt.of(0x81)),
            InterviewState.SUCCESSFUL,
            List.of(
                new ZigbeeEndpoint(
                    1,
                    0x0104,
                    0x010D,
                    List.of(0, 6, 0xFEED),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of()),
                new ZigbeeEndpoint(
                    242, 0xA1E0, 0x0061, List.of(), List.of(0x21), List.of(), List.of(), Map.of())),
            Optional.of(NOW.minus(Duration.ofMinutes(3))),
            OptionalInt.of(204)),
        "living/lamp",
        Map.of("transition", 2),
        state(),
        Optional.of(definition("AJAX Online", "ZB_A60_RGBCW", Source.NATIVE)));
  }

  /** A sensor that a definition was made up for. */
  static DeviceEntity sensor() {
    return new DeviceEntity(
        node(2, NodeType.END_DEVICE, InterviewState.SUCCESSFUL, Optional.of(NOW), 87),
        "冷蔵庫",
        Map.of(),
        Map.of(),
        Optional.of(definition("Acme", "TH-1", Source.GENERATED)));
  }

  /** A device that has just joined, with a name that means harm to the terminal. */
  static DeviceEntity newcomer() {
    return new DeviceEntity(
        node(3, NodeType.UNKNOWN, InterviewState.IN_PROGRESS, Optional.empty(), -1),
        "\u001b[2Jnew",
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  /** The lamp, and a device that is not there any more. */
  static GroupEntity group() {
    return new GroupEntity(
        new ZigbeeGroup(
            12,
            List.of(
                new EndpointAddress(LAMP, 1), new EndpointAddress(new IeeeAddress(0xABCDEF), 3))),
        "evening",
        Map.of(),
        Map.of("state", "ON"));
  }

  private static Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("state", "ON");
    state.put("color", Map.of("x", 0.5));
    state.put("power", 7.25);
    state.put("effect", null);
    return state;
  }

  private static DefinitionSummary definition(String vendor, String model, Source source) {
    return new DefinitionSummary(
        vendor,
        model,
        "A thing for the house",
        source,
        List.of(
            Expose.light().withFeature(Expose.binary("state", 7, "ON", "OFF")),
            Expose.numeric("power", 1).withUnit("W")),
        List.of(),
        Map.of(),
        false);
  }

  private static ZigbeeNode node(
      long address,
      NodeType type,
      InterviewState interview,
      Optional<Instant> lastSeen,
      int linkQuality) {
    return new ZigbeeNode(
        new IeeeAddress(0x00124b0000000000L + address),
        0x1000,
        type,
        OptionalInt.empty(),
        BasicInformation.UNKNOWN,
        interview,
        List.of(),
        lastSeen,
        linkQuality < 0 ? OptionalInt.empty() : OptionalInt.of(linkQuality));
  }

  private static BasicInformation basic(
      String manufacturer, String model, OptionalInt powerSource) {
    return new BasicInformation(
        Optional.of(model),
        Optional.of(manufacturer),
        powerSource,
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.of("1.0.6"));
  }
}
