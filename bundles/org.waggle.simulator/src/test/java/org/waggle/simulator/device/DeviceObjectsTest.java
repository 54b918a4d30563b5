package org.waggle.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.simulator.Bench;

/** ZDO requests to a device and its answers as bytes (05-3474, 2.4). */
class DeviceObjectsTest {

  private Bench bench;
  private int device;

  @BeforeEach
  void join() throws Exception {
    bench = Bench.open();
    device = bench.join(Bench.router("{'genBasic':{},'genOnOff':{}}"));
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "network address,   0000, 11 7766554433221100 00 00, 11 00 7766554433221100 3412",
    "another's address, 0000, 11 0066554433221100 00 00, 11 81 0066554433221100 ffff",
    "IEEE address,      0001, 12 3412 00 00, 12 00 7766554433221100 3412",
    "node descriptor,   0002, 13 3412, 13 00 3412 01 40 8e 0210 52 5200 002c 5200 00",
    "power descriptor,  0003, 14 3412, 14 00 3412 10c1",
    "simple descriptor, 0004, 15 3412 01," + " 15 00 3412 0e 01 0401 0101 01 02 0000 0600 01 1900",
    "no such endpoint,  0004, 16 3412 07, 16 83 3412 00",
    "active endpoints,  0005, 17 3412, 17 00 3412 01 01",
    "match descriptor,  0006, 18 3412 0401 01 0600 00, 18 00 3412 01 01",
    "no match,          0006, 19 3412 0401 01 0003 00, 19 00 3412 00",
    "neighbours,        0031, 1a 00,"
        + " 1a 00 01 00 01 dddddddddddddddd 010000feff142e84 0000 04 01 00 b4",
    "routes,            0032, 1b 00, 1b 00 01 00 01 0000 00 0000",
    "bindings,          0033, 1c 00, 1c 00 00 00 00",
    "permit joining,    0036, 1d 00 01, 1d 00",
    "unsupported,       0030, 1e 00, 1e 84"
  })
  void answersByTheByte(String name, String cluster, String request, String response)
      throws Exception {
    int id = Integer.parseInt(cluster, 16);

    bench.host.send(device, 0, id, 0, request);

    assertThat(bench.host.awaitMessage(id | 0x8000).payload().toString())
        .isEqualTo(response.replace(" ", ""));
  }

  @Test
  void keepsBindings() throws Exception {
    String binding = "7766554433221100" + "01" + "0600" + "03" + "010000feff142e84" + "01";
    bench.host.send(device, 0, 0x0021, 0, "01" + binding);
    bench.host.awaitMessage(0x8021);
    bench.host.send(device, 0, 0x0033, 0, "0200");
    assertThat(bench.host.awaitMessage(0x8033).payload().toString())
        .isEqualTo("02" + "00010001" + binding);

    bench.host.send(device, 0, 0x0022, 0, "03" + binding);
    assertThat(bench.host.awaitMessage(0x8022).payload().toString()).isEqualTo("0300");
    bench.host.send(device, 0, 0x0022, 0, "04" + binding);
    assertThat(bench.host.awaitMessage(0x8022).payload().toString()).isEqualTo("0488");
  }

  @Test
  void leavesWhenItIsAskedTo() throws Exception {
    bench.host.send(device, 0, 0x0034, 0, "05" + "7766554433221100" + "00");

    assertThat(bench.host.awaitMessage(0x8034).payload().toString()).isEqualTo("0500");
    String left;
    do {
      left = bench.host.awaitCallback(0x0024).fields().toString();
    } while (!left.startsWith("3412" + "7766554433221100" + "02"));
    assertThat(bench.host.unicast(device, 0x0104, 0, 1, "00 11 00 0000")).isEqualTo(0x66);
  }
}
