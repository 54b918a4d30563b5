package org.waggle.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;
import org.waggle.simulator.EzspHost;
import org.waggle.simulator.TestJson;

class ReportingTest {

  private static final int TEMPERATURE = 0x0402;
  private static final String EUI64 = "010000feff142e84";
  private static final String IEEE = "7766554433221100";

  private Bench bench;
  private int device;

  @BeforeEach
  void join() throws Exception {
    bench = Bench.open();
    device =
        bench.join(
            Bench.router("{'genBasic':{},'msTemperatureMeasurement':{'measuredValue':2000}}"));
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private void bind() throws Exception {
    bench.host.send(device, 0, 0x0021, 0, "01" + IEEE + "01" + "0204" + "03" + EUI64 + "01");
    assertThat(bench.host.awaitMessage(0x8021).payload().toString()).isEqualTo("0100");
  }

  private void set(int value) throws Exception {
    bench.control(
        "{'op':'set','device':'it','cluster':'msTemperatureMeasurement','attributes':"
            + "{'measuredValue':"
            + value
            + "}}");
  }

  @Test
  void reportsChangesThatAreBigEnough() throws Exception {
    bind();
    bench.host.zcl(device, TEMPERATURE, "00 11 06 00 0000 29 0000 100e 3200");

    set(2049);
    set(2051);

    EzspHost.Message report = bench.host.awaitMessage(TEMPERATURE);
    assertThat(report.payload().toString()).matches("18..0a00002903" + "08");
    assertThat(report.sender()).isEqualTo(device);
  }

  @Test
  void reportsAgainAfterTheMaximumInterval() throws Exception {
    bind();
    bench.host.zcl(device, TEMPERATURE, "00 11 06 00 0000 29 0000 0100 3200");

    assertThat(bench.host.awaitMessage(TEMPERATURE).payload().toString())
        .matches("18..0a000029d007");
  }

  @Test
  void waitsForTheMinimumIntervalAndReportsTheLatestValue() throws Exception {
    bind();
    bench.host.zcl(device, TEMPERATURE, "00 11 06 00 0000 29 0100 100e 0100");

    set(2100);
    set(2200);

    assertThat(bench.host.awaitMessage(TEMPERATURE).payload().toString())
        .matches("18..0a00002998" + "08");
  }

  @Test
  void stopsReportingWhenItIsTurnedOff() throws Exception {
    bind();
    bench.host.zcl(device, TEMPERATURE, "00 11 06 00 0000 29 0000 100e 0100");
    bench.host.zcl(device, TEMPERATURE, "00 12 06 00 0000 29 0000 ffff 0100");

    set(2100);

    assertThat(bench.host.zcl(device, TEMPERATURE, "00 13 00 0000")).startsWith("181301");
  }

  @Test
  void reportsNowhereWithoutABinding() throws Exception {
    bench.host.zcl(device, TEMPERATURE, "00 11 06 00 0000 29 0000 100e 0100");

    set(2100);

    assertThat(bench.host.zcl(device, TEMPERATURE, "00 12 00 0000")).startsWith("181201");
  }

  @Test
  void reportsToTheCoordinatorWithoutABindingIfItsMakerSaysSo() throws Exception {
    bench.join(
        TestJson.of(
            "{'name':'free','ieee':'0x0011223344556688','unboundReports':true,'endpoints':"
                + "[{'id':1,'input':{'msTemperatureMeasurement':{'measuredValue':1}}}],"
                + "'reporting':[{'cluster':'msTemperatureMeasurement','attribute':"
                + "'measuredValue','change':5}]}"));

    bench.control(
        "{'op':'set','device':'free','cluster':'msTemperatureMeasurement','attributes':"
            + "{'measuredValue':513}}");

    assertThat(bench.host.awaitMessage(TEMPERATURE).payload().toString())
        .matches("18..0a0000290102");
  }

  @Test
  void reportsToTheGroupItIsBoundTo() throws Exception {
    bench.host.send(device, 0, 0x0021, 0, "01" + IEEE + "01" + "0204" + "01" + "8503");
    bench.host.awaitMessage(0x8021);
    bench.host.zcl(device, TEMPERATURE, "00 11 06 00 0000 29 0000 100e 0100");

    set(2100);

    EzspHost.Message report = bench.host.awaitMessage(TEMPERATURE);
    assertThat(report.type()).isEqualTo(2);
    assertThat(report.group()).isEqualTo(901);
  }
}
