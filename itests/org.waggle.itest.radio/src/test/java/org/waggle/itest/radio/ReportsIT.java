package org.waggle.itest.radio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Locale;
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

    String balance = flood("at full speed", count);

    assertThat(balance).isEqualTo(Ledger.allOf(count));
  }

  @Test
  void losesNoneOnABadLine() throws Exception {
    int count = Scale.of(20_000, 1_000_000);
    for (String direction : new String[] {"to_host", "from_host"}) {
      house.ask("{'op':'corrupt','rate':0.005,'direction':'%s'}".formatted(direction));
      house.ask("{'op':'lose','rate':0.005,'direction':'%s'}".formatted(direction));
    }

    String balance = flood("on a bad line", count);

    assertThat(balance).isEqualTo(Ledger.allOf(count));
  }

  private String flood(String how, int count) throws Exception {
    Ledger ledger = new Ledger(METERING, count);
    ZigbeeRadio radio = radio(ledger);
    Radios.await(radio.open());
    assertThat(Radios.await(radio.resume())).isPresent();
    long begin = System.nanoTime();
    JsonObject flood =
        house.ask(
            ("{'op':'flood','device':'*','count':%d,'cluster':%d,'timeout':5000,"
                    + "'attribute':'currentSummDelivered'}")
                .formatted(count, METERING));
    ledger.awaitAll(10);
    double seconds = (System.nanoTime() - begin) / 1e9;
    LOG.info(
        String.format(
            Locale.ROOT,
            "%,d reports %s in %.1f s, %,.0f/s: %s; %s",
            count,
            how,
            seconds,
            count / seconds,
            flood,
            ledger.balance()));
    return ledger.balance();
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
