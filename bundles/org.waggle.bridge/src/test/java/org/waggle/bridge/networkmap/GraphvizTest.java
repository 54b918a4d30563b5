package org.waggle.bridge.networkmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GraphvizTest {

  /** Colours, styles and order are those of real Zigbee2MQTT. */
  @Test
  void drawsNodesAndWhoHearsThem() {
    assertThat(Graphviz.of(Maps.small(), Maps.NOW))
        .isEqualTo(
            """
            digraph G {
            node[shape=record];
              "0x00000000000000c0" [style="bold, filled", fillcolor="#e04e5d", \
            fontcolor="#ffffff", label="{Coordinator|0x00000000000000c0 (0x0000)|0 seconds ago}"];
              "0x00000000000000c0" -> "0x00000000000000a1" [penwidth=0.5, weight=0, \
            color="#994444", label="184"]
              "0x00000000000000a1" [style="rounded, filled", fillcolor="#4ea3e0", \
            fontcolor="#ffffff", label="{the \\"plug\\"|0x00000000000000a1 (0x5dde)failed: \
            lqi,routingTable|Acme Plug with \\\\ (PLUG-1)|1 minute, 5 seconds ago}"];
              "0x00000000000000a1" -> "0x00000000000000c0" [penwidth=2, weight=1, \
            color="#009900", label="200 (routes: 0x5dde,0x00a2)"]
              "0x00000000000000e1" [style="rounded, dashed, filled", fillcolor="#fff8ce", \
            fontcolor="#000000", label="{a sensor|0x00000000000000e1 (0x00a2)|undefined undefined \
            (undefined)|unknown}"];
              "0x00000000000000e1" -> "0x00000000000000a1" [penwidth=1, weight=0, \
            color="#994444", label="90"]
            }""");
  }
}
