package org.waggle.simulator.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;
import org.waggle.simulator.EzspHost;
import org.waggle.simulator.TestJson;

class ActivityTest {

  private static final int BASIC = 0x0000;
  private static final int TEMPERATURE = 0x0402;
  private static final int METERING = 0x0702;

  @Test
  void reportsTheStructOfXiaomiDevicesAfterJoining() throws Exception {
    JsonObject sensor =
        TestJson.of(
            "{'name':'it','ieee':'0x0011223344556677','type':'endDevice','endpoints':[{'id':1,"
                + "'input':{'genBasic':{'modelId':'lumi.weather','appVersion':5},"
                + "'msTemperatureMeasurement':{'measuredValue':2243},'msRelativeHumidity':{"
                + "'measuredValue':4816},'msPressureMeasurement':{'measuredValue':1009}}}],"
                + "'xiaomi':{'millivolts':3035,'powerOutages':189,'afterJoining':0.1}}");
    try (Bench bench = Bench.open()) {
      bench.join(sensor);

      assertThat(bench.host.awaitMessage(BASIC).payload().toString())
          .matches("18..0a" + "0500420c6c756d692e77656174686572" + "01002005");
      assertThat(bench.host.awaitMessage(BASIC).payload().toString())
          .matches(
              "1c5f11..0a01ff4225"
                  + ("0121db0b0421a8430521be000624" + "0200000000" + "6429c3086521d012")
                  + ("662b248a0100" + "0a210000"));
      assertThat(bench.host.awaitMessage(TEMPERATURE).payload().toString())
          .matches("18..0a000029c308");
    }
  }

  @Test
  void driftsAndReports() throws Exception {
    JsonObject sensor = Bench.router("{'msTemperatureMeasurement':{'measuredValue':0}}");
    sensor.addProperty("unboundReports", true);
    sensor.add(
        "reporting",
        list("{'cluster':'msTemperatureMeasurement','attribute':'measuredValue','change':1}"));
    sensor.add(
        "drift",
        list(
            "{'cluster':'msTemperatureMeasurement','from':1000,'to':2000,'period':1,'every':"
                + "0.02}"));
    try (Bench bench = Bench.open()) {
      bench.join(sensor);

      bench.host.awaitMessage(TEMPERATURE);
      bench.host.awaitMessage(TEMPERATURE);

      assertThat(Integer.parseInt(bench.attribute("msTemperatureMeasurement", "measuredValue")))
          .isBetween(1000, 2000);
    }
  }

  @Test
  void measuresPowerOnlyWhileItIsOn() throws Exception {
    JsonObject plug =
        Bench.router(
            "{'genOnOff':{'onOff':true},'haElectricalMeasurement':{'activePower':0,"
                + "'acPowerMultiplier':1,'acPowerDivisor':10},'seMetering':{"
                + "'currentSummDelivered':0,'0x0301':{'type':'UINT24','value':1},"
                + "'0x0302':{'type':'UINT24','value':10000000}}}");
    plug.add("meter", TestJson.of("{'watts':100,'every':0.02}"));
    plug.addProperty("unboundReports", true);
    plug.add("reporting", list("{'cluster':'seMetering','attribute':'currentSummDelivered'}"));
    try (Bench bench = Bench.open()) {
      int device = bench.join(plug);
      bench.host.awaitMessage(METERING);
      assertThat(Integer.parseInt(bench.attribute("haElectricalMeasurement", "activePower")))
          .isBetween(980, 1020);

      bench.host.zcl(device, 0x0006, "01 01 00");
      long deadline = System.nanoTime() + 5_000_000_000L;
      while (!bench.attribute("haElectricalMeasurement", "activePower").equals("0")
          && System.nanoTime() < deadline) {
        bench.host.zcl(device, 0x0006, "00 77 00 0000");
      }

      assertThat(bench.attribute("haElectricalMeasurement", "activePower")).isEqualTo("0");
    }
  }

  @Test
  void pressesButtonsToTheCoordinatorOrToItsBindings() throws Exception {
    JsonObject remote =
        TestJson.of(
            "{'name':'it','ieee':'0x0011223344556677','networkAddress':'0x1234','endpoints':"
                + "[{'id':1,'input':{'genBasic':{}},'output':['genOnOff']}]}");
    try (Bench bench = Bench.open()) {
      int device = bench.join(remote);

      bench.control("{'op':'press','device':'it','button':'toggle'}");
      EzspHost.Message alone = bench.host.awaitMessage(0x0006);
      bench.host.send(
          device, 0, 0x0021, 0, "01" + "7766554433221100" + "01" + "0600" + "01" + "8503");
      bench.host.awaitMessage(0x8021);
      bench.control("{'op':'press','device':'it','button':'on'}");
      EzspHost.Message bound = bench.host.awaitMessage(0x0006);

      assertThat(alone.payload().toString()).matches("01..02");
      assertThat(alone.type()).isZero();
      assertThat(bound.payload().toString()).matches("01..01");
      assertThat(bound.group()).isEqualTo(901);
    }
  }

  private static JsonArray list(String json) {
    JsonArray list = new JsonArray();
    list.add(TestJson.of(json));
    return list;
  }
}
