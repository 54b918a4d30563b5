package org.waggle.itest.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.itest.processes.Opened;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zcl.IeeeAddress;

/** No report is lost, none comes twice, and those of a device come in their order. */
class ReportsIT {

  private static final Logger LOG = LoggerFactory.getLogger(ReportsIT.class);

  private static final int DEVICES = 8;
  private static final int METERING = 0x0702;

  @TempDir private Path scratch;
  private final Opened opened = new Opened();
  private SimulatedHouse house;

  @BeforeEach
  void start() {
    house =
        opened.add(
            SimulatedHouse.start(
                scratch,
                "--devices",
                Integer.toString(DEVICES),
                "--network",
                Radios.NETWORK,
                "--joined"));
  }

  @AfterEach
  void stop() {
    opened.close();
  }

  @Test
  void losesNoneAtFullSpeed() throws Exception {
    int count = Scale.of(50_000, 1_000_000);
    Ledger ledger = new Ledger(METERING, count);
    open(ledger);

    flood("at full speed", count, ledger);

    assertThat(ledger.balance()).isEqualTo(Ledger.allOf(count));
  }

  @Test
  void losesNoneOnABadLine() throws Exception {
    int count = Scale.of(50_000, 1_000_000);
    Ledger ledger = new Ledger(METERING, count);
    ZigbeeRadio radio = open(ledger);
    house.ask(
        "{'op':'faults','to_host':{'corrupt':0.005,'lose':0.005},"
            + "'from_host':{'corrupt':0.005,'lose':0.005}}");

    flood("on a bad line", count, ledger);

    Map<String, Long> counters = new TreeMap<>(Radios.await(radio.counters()));
    counters.values().removeIf(number -> number == 0);
    LOG.info("The bad line: {}", counters);
    assertThat(counters.get("ash_damaged_received")).isGreaterThan(count / 500);
    assertThat(counters.get("ash_out_of_sequence_received")).isGreaterThan(count / 500);
    assertThat(ledger.balance()).isEqualTo(Ledger.allOf(count));
  }

  private void flood(String how, int count, Ledger ledger) throws Exception {
    long begin = System.nanoTime();
    house.ask(
        ("{'op':'flood','device':'*','count':%d,'cluster':%d,'timeout':5000,"
                + "'attribute':'currentSummDelivered'}")
            .formatted(count, METERING));
    ledger.awaitAll(10);
    double seconds = (System.nanoTime() - begin) / 1e9;
    LOG.info(
        String.format(
            Locale.ROOT,
            "%,d reports %s in %.1f s, %,.0f/s: %s",
            count,
            how,
            seconds,
            count / seconds,
            ledger.balance()));
  }

  private ZigbeeRadio open(Ledger ledger) throws Exception {
    ZigbeeRadio radio = radio(ledger);
    Radios.await(radio.open());
    assertThat(Radios.await(radio.resume())).isPresent();
    return radio;
  }

  private ZigbeeRadio radio(Ledger ledger) {
    return opened.add(
        Radios.provider()
            .create(
                RadioSettings.on("tcp://127.0.0.1:" + house.radioPort()),
                new RadioListener() {
                  @Override
                  public void received(ApsIndication indication) {
                    ledger.book(indication);
                  }

                  @Override
                  public void joined(JoinIndication indication) {}

                  @Override
                  public void left(IeeeAddress device, int networkAddress) {}

                  @Override
                  public void down(RadioException reason) {
                    LOG.error("The radio is down", reason);
                  }
                }));
  }
}
