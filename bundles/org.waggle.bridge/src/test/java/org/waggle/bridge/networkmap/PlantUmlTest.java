package org.waggle.bridge.networkmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlantUmlTest {

  @Test
  void drawsCardsByNameAndArrows() {
    assertThat(PlantUml.of(Maps.small(), Maps.NOW))
        .isEqualTo(
            """
            ' paste into: https://www.planttext.com/

            @startuml
            card 0x00000000000000e1 [
            a sensor
            ---
            0x00000000000000e1 (0x00a2)
            ---
            undefined undefined (undefined)
            ---
            unknown
            ]

            card 0x00000000000000c0 [
            Coordinator
            ---
            0x00000000000000c0 (0x0000)
            ---
            0 seconds ago
            ]

            card 0x00000000000000a1 [
            the "plug"
            ---
            0x00000000000000a1 (0x5dde) failed: lqi,routingTable
            ---
            Acme Plug with \\ (PLUG-1)
            ---
            1 minute, 5 seconds ago
            ]

            0x00000000000000a1 --> 0x00000000000000c0: 200
            0x00000000000000c0 --> 0x00000000000000a1: 184
            0x00000000000000e1 --> 0x00000000000000a1: 90

            @enduml""");
  }
}
