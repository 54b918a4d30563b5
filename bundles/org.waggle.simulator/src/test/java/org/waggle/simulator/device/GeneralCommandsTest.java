package org.waggle.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.simulator.Bench;

/** General commands and their responses as bytes (ZCL 2.5). */
class GeneralCommandsTest {

  private static final int BASIC = 0x0000;
  private static final int NO_CLUSTER = 0x0102;

  private Bench bench;
  private int device;

  @BeforeEach
  void join() throws Exception {
    bench = Bench.open();
    device =
        bench.join(
            Bench.router(
                "{'genBasic':{'zclVersion':3,'modelId':'Ab','locationDesc':'here',"
                    + "'deviceEnabled':true,'0x0001@0x115f':{'type':'UINT16','value':513}},"
                    + "'msTemperatureMeasurement':{'measuredValue':2150}}"));
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "read,               00 11 00 0000 0500,        18 11 01 0000 00 20 03 0500 00 42 02 4162",
    "read unsupported,   00 12 00 3412,             18 12 01 3412 86",
    "write,              00 13 02 1000 42 02 6162,  18 13 04 00",
    "write wrong type,   00 14 02 1000 20 01,       18 14 04 8d 1000",
    "write read only,    00 15 02 0500 42 01 61,    18 15 04 88 0500",
    "write unsupported,  00 16 02 3412 20 01,       18 16 04 86 3412",
    "write undivided,    00 17 03 1000 42 01 61 3412 20 01, 18 17 04 86 3412",
    "discover,           00 18 0c 0000 10,          18 18 0d 01 0000 20 0500 42 1000 42 1200 10",
    "discover some,      00 19 0c 0100 01,          18 19 0d 00 0500 42",
    "discover extended,  00 1a 15 1000 10,          18 1a 16 01 1000 42 07 1200 10 07",
    "unsupported command, 01 1b 66,                 18 1b 0b 66 81",
    "unsupported general, 00 1c 20,                 18 1c 0b 20 82",
    "malformed read,     00 1d 00 00,               18 1d 0b 00 80",
    "reset to defaults,  01 1e 00,                  18 1e 0b 00 00",
    "read of a manufacturer, 04 5f11 1f 00 0100,    1c 5f11 1f 01 0100 00 21 0102",
    "standard read with a code, 04 5f11 20 00 0000, 1c 5f11 20 01 0000 86",
    "command of a manufacturer, 05 5f11 21 66,      1c 5f11 21 0b 66 83"
  })
  void answersByTheByte(String name, String request, String response) throws Exception {
    assertThat(bench.host.zcl(device, BASIC, request)).isEqualTo(response.replace(" ", ""));
  }

  @Test
  void knowsWhatItDoesNotHave() throws Exception {
    assertThat(bench.host.zcl(device, NO_CLUSTER, "00 11 00 0000")).isEqualTo("18110b00c3");
  }

  @Test
  void writesWithoutResponse() throws Exception {
    bench.host.unicast(device, 0x0104, BASIC, 1, "00 11 05 1000 42 02 7879");

    assertThat(bench.host.zcl(device, BASIC, "00 12 00 1000"))
        .isEqualTo("181201100000420278" + "79");
  }

  @Test
  void writesUndividedOnlyWhenAllCanBeWritten() throws Exception {
    assertThat(bench.host.zcl(device, BASIC, "00 11 03 1000 42 01 61 3412 20 01"))
        .isEqualTo("18110486" + "3412");
    assertThat(bench.host.zcl(device, BASIC, "00 12 03 1000 42 01 62 1200 10 00"))
        .isEqualTo("18120400");

    assertThat(bench.attribute("genBasic", "locationDesc")).isEqualTo("b");
  }

  @Test
  void wantsNoDefaultResponseIfNoneIsWanted() throws Exception {
    bench.host.unicast(device, 0x0104, BASIC, 1, "11 11 00");

    assertThat(bench.host.zcl(device, BASIC, "00 12 00 0000")).isEqualTo("181201" + "0000002003");
  }

  @Test
  void configuresReportingAndTellsHow() throws Exception {
    int temperature = 0x0402;

    assertThat(bench.host.zcl(device, temperature, "00 11 06 00 0000 29 0a00 100e 3200"))
        .isEqualTo("18110700");
    assertThat(bench.host.zcl(device, temperature, "00 12 08 00 0000"))
        .isEqualTo("181209" + "00" + "00" + "0000" + "29" + "0a00" + "100e" + "3200");
  }

  @Test
  void refusesToReportWhatItDoesNotHave() throws Exception {
    int temperature = 0x0402;

    assertThat(bench.host.zcl(device, temperature, "00 11 06 00 3412 29 0a00 100e 3200"))
        .isEqualTo("181107" + "86" + "00" + "3412");
    assertThat(bench.host.zcl(device, temperature, "00 12 06 00 0000 21 0a00 100e 3200"))
        .isEqualTo("181207" + "8d" + "00" + "0000");
    assertThat(bench.host.zcl(device, temperature, "00 13 08 00 0000"))
        .isEqualTo("181309" + "8b" + "00" + "0000");
  }

  @Test
  void neverAnswersADefaultResponse() throws Exception {
    bench.host.unicast(device, 0x0104, BASIC, 1, "00 11 0b 0a 01");

    assertThat(bench.host.zcl(device, BASIC, "00 12 00 0000")).startsWith("181201");
  }
}
