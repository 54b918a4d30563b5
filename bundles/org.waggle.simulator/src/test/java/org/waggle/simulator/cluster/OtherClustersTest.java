package org.waggle.simulator.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;

/** Alarms, covers, locks, thermostats and poll control. */
class OtherClustersTest {

  private static final int POLL_CONTROL = 0x0020;
  private static final int LOCK = 0x0101;
  private static final int COVERING = 0x0102;
  private static final int THERMOSTAT = 0x0201;
  private static final int ZONE = 0x0500;

  private Bench bench;
  private int device;

  @BeforeEach
  void join() throws Exception {
    bench = Bench.open();
    device =
        bench.join(
            Bench.router(
                "{'genPollCtrl':{},'closuresDoorLock':{},'closuresWindowCovering':{},"
                    + "'hvacThermostat':{'localTemp':1900,'runningState':0,"
                    + "'occupiedCoolingSetpoint':2600},'hvacFanCtrl':{'fanMode':0},"
                    + "'ssIasZone':{'zoneType':13}}"));
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private void answers(int cluster, String request, String response) throws Exception {
    assertThat(bench.host.zcl(device, cluster, request)).isEqualTo(response.replace(" ", ""));
  }

  @Test
  void enrolsAndNotifiesAnAlarm() throws Exception {
    bench.host.send(device, 0x0104, ZONE, 1, "00 01 02 1000 f0 010000feff142e84");
    assertThat(bench.host.awaitMessage(ZONE).payload().toString()).isEqualTo("18010400");
    assertThat(bench.host.awaitMessage(ZONE).payload().toString()).matches("09..010d000210");
    answers(ZONE, "01 02 00 00 17", "18 02 0b 00 00");
    assertThat(bench.attribute("ssIasZone", "zoneState")).isEqualTo("1");

    bench.control("{'op':'set','device':'it','cluster':'ssIasZone','attributes':{'zoneStatus':1}}");

    assertThat(bench.host.awaitMessage(ZONE).payload().toString())
        .matches("09..00" + "0100" + "00" + "17" + "0000");
  }

  @Test
  void opensAndClosesACover() throws Exception {
    answers(COVERING, "01 01 05 01", "18 01 0b 05 00");

    long deadline = System.nanoTime() + 5_000_000_000L;
    String lift = "0x0008";
    while (!bench.attribute("closuresWindowCovering", lift).equals("1")
        && System.nanoTime() < deadline) {
      bench.host.zcl(device, COVERING, "00 77 00 0800");
    }

    assertThat(bench.attribute("closuresWindowCovering", lift)).isEqualTo("1");
    answers(COVERING, "01 02 08 01", "18 02 0b 08 81");
  }

  @Test
  void stopsACoverOnItsWay() throws Exception {
    answers(COVERING, "01 01 01", "18 01 0b 01 00");
    answers(COVERING, "01 02 02", "18 02 0b 02 00");

    assertThat(Integer.parseInt(bench.attribute("closuresWindowCovering", "0x0008")))
        .isLessThan(100);
  }

  @Test
  void locksAndUnlocks() throws Exception {
    answers(LOCK, "01 01 01 00", "19 01 01 00");
    assertThat(bench.attribute("closuresDoorLock", "lockState")).isEqualTo("2");
    answers(LOCK, "01 02 00 00", "19 02 00 00");
    assertThat(bench.attribute("closuresDoorLock", "lockState")).isEqualTo("1");
    answers(LOCK, "01 03 02 00", "19 03 02 00");
    assertThat(bench.attribute("closuresDoorLock", "lockState")).isEqualTo("2");
  }

  @Test
  void keepsPinCodes() throws Exception {
    answers(LOCK, "01 01 05 0300 01 00 04 31323334", "19 01 05 00");
    answers(LOCK, "01 02 06 0300", "19 02 06 0300 01 00 04 31323334");
    answers(LOCK, "01 03 05 6300 01 00 04 31323334", "19 03 05 01");
    answers(LOCK, "01 04 07 0300", "19 04 07 00");
    answers(LOCK, "01 05 06 0300", "19 05 06 0300 00 ff 00");
  }

  @Test
  void heatsWhenItIsTooCold() throws Exception {
    answers(THERMOSTAT, "00 01 02 1200 29 fc08", "18 01 04 00");
    assertThat(bench.attribute("hvacThermostat", "runningState")).isEqualTo("1");

    answers(THERMOSTAT, "01 02 00 00 ce", "18 02 0b 00 00");

    assertThat(bench.attribute("hvacThermostat", "occupiedHeatingSetpoint")).isEqualTo("1800");
    assertThat(bench.attribute("hvacThermostat", "runningState")).isEqualTo("0");
  }

  @Test
  void keepsAWeeklySchedule() throws Exception {
    String monday = "01 02 01 6801 3408";
    answers(THERMOSTAT, "01 01 01 " + monday, "18 01 0b 01 00");
    answers(THERMOSTAT, "01 02 02 02 01", "19 02 00 " + monday);
    answers(THERMOSTAT, "01 03 03", "18 03 0b 03 00");
    answers(THERMOSTAT, "01 04 02 02 01", "19 04 00 00 02 01");
  }

  @Test
  void writesTheModeOfAFan() throws Exception {
    answers(0x0202, "00 01 02 0000 30 03", "18 01 04 00");
    assertThat(bench.attribute("hvacFanCtrl", "fanMode")).isEqualTo("3");
  }

  @Test
  void checksInWithThoseItIsBoundTo() throws Exception {
    bench.host.send(
        device,
        0,
        0x0021,
        0,
        "01" + "7766554433221100" + "01" + "2000" + "03" + "010000feff142e84" + "01");
    bench.host.awaitMessage(0x8021);

    bench.control("{'op':'check_in','device':'it'}");

    assertThat(bench.host.awaitMessage(POLL_CONTROL).payload().toString()).matches("09..00");
    answers(POLL_CONTROL, "01 01 00 01 0400", "18 01 0b 00 00");
  }
}
