package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeEndpoint.AttributeKey;
import org.waggle.zigbee.api.ZigbeeNode;

class NodeTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final AttributeKey TEMPERATURE = new AttributeKey(0x0402, 0);

  private final Node node = Node.joined(new IeeeAddress(1), 0x1111);

  NodeTest() {
    node.endpoint(1, endpoint -> endpoint);
  }

  @Test
  void showsWhatWasHeardLast() {
    node.heard(NOON, 80);
    node.attributes(1, Map.of(TEMPERATURE, ZclValue.int16(2100)));
    node.heard(NOON.plusSeconds(1), 90);
    node.attributes(1, Map.of(TEMPERATURE, ZclValue.int16(2150)));

    ZigbeeNode snapshot = node.snapshot();

    assertThat(snapshot.lastSeen()).contains(NOON.plusSeconds(1));
    assertThat(snapshot.linkQuality()).hasValue(90);
    assertThat(temperature(snapshot)).isEqualTo(ZclValue.int16(2150));
  }

  @Test
  void changesNoSnapshotThatWasTaken() {
    node.heard(NOON, 80);
    node.attributes(1, Map.of(TEMPERATURE, ZclValue.int16(2100)));
    ZigbeeNode before = node.snapshot();

    node.heard(NOON.plusSeconds(1), 90);
    node.attributes(1, Map.of(TEMPERATURE, ZclValue.int16(2150)));

    assertThat(before.lastSeen()).contains(NOON);
    assertThat(temperature(before)).isEqualTo(ZclValue.int16(2100));
  }

  @Test
  void isTheSameSnapshotUntilSomethingChanges() {
    node.heard(NOON, 80);

    assertThat(node.snapshot()).isSameAs(node.snapshot());
  }

  @Test
  void keepsWhatWasHeardWhenTheRestChanges() {
    node.heard(NOON, 80);
    node.attributes(1, Map.of(TEMPERATURE, ZclValue.int16(2100)));

    node.moved(0x2222);
    node.endpoint(2, endpoint -> endpoint);

    ZigbeeNode snapshot = node.snapshot();
    assertThat(snapshot.lastSeen()).contains(NOON);
    assertThat(snapshot.networkAddress()).isEqualTo(0x2222);
    assertThat(snapshot.endpoints()).map(ZigbeeEndpoint::id).containsExactly(1, 2);
    assertThat(temperature(snapshot)).isEqualTo(ZclValue.int16(2100));
  }

  @Test
  void forgetsTheAttributesOfEndpointsThatAreGone() {
    node.attributes(1, Map.of(TEMPERATURE, ZclValue.int16(2100)));

    node.endpoints(List.of());
    node.endpoint(1, endpoint -> endpoint);

    assertThat(node.snapshot().endpoint(1).orElseThrow().attributes()).isEmpty();
  }

  private static ZclValue temperature(ZigbeeNode node) {
    return node.endpoint(1).orElseThrow().attribute(0x0402, 0).orElseThrow();
  }
}
