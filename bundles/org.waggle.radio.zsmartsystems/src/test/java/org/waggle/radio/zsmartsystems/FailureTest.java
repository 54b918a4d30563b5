package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.zsmartsystems.Stages.await;
import static org.waggle.radio.zsmartsystems.Stages.reason;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

class FailureTest {

  private static final ApsRequest REQUEST =
      new ApsRequest(new Destination.Unicast(1), 0x0104, 6, 1, 1, Octets.of(1), true);

  private final ZsmartsystemsRadios provider = new ZsmartsystemsRadios(new MachinePorts());
  private final Heard heard = new Heard();
  private ScriptedNcp ncp;
  private ZigbeeRadio radio;

  @BeforeEach
  void open() throws Exception {
    ncp = new ScriptedNcp().withNetwork();
    radio = provider.create(RadioSettings.on(ncp.port()), heard);
    await(radio.open());
    await(radio.resume());
  }

  @AfterEach
  void close() throws Exception {
    radio.close();
    ncp.close();
  }

  @Test
  void isDownAtOnceWhenTheConnectionEnds() throws Exception {
    CompletionStage<Void> pending = sendOne();

    ncp.hangUp();

    assertThat(heard.down.get(1, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessageStartingWith("The connection to " + ncp.port());
    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.LINK_LOST));
    assertThatThrownBy(() -> await(radio.send(REQUEST)))
        .cause()
        .satisfies(reason(Reason.LINK_LOST));
    assertThatThrownBy(() -> await(radio.networkKey())).cause().satisfies(reason(Reason.LINK_LOST));
  }

  @Test
  void isDownWhenTheCoordinatorResetsItself() throws Exception {
    ncp.ash().resetAcknowledge(0x06); // watchdog

    assertThat(heard.down.get(2, TimeUnit.SECONDS))
        .satisfies(reason(Reason.LINK_LOST))
        .hasMessage("The coordinator on " + ncp.port() + " failed or was reset");
  }

  @Test
  void isDownWhenTheCoordinatorReportsAnError() throws Exception {
    ncp.ash().error(0x51);

    assertThat(heard.down.get(2, TimeUnit.SECONDS)).satisfies(reason(Reason.LINK_LOST));
  }

  @Test
  void closesQuicklyAfterItWentDown() throws Exception {
    ncp.ash().error(0x51);
    heard.down.get(2, TimeUnit.SECONDS);

    assertClosesWithin1s(radio);
  }

  @Test
  void closesQuicklyAndLeavesNoThread() throws Exception {
    CompletionStage<Void> pending = sendOne();

    assertClosesWithin1s(radio);

    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.CLOSED));
    assertThatThrownBy(() -> await(radio.send(REQUEST))).cause().satisfies(reason(Reason.CLOSED));
    assertThatThrownBy(() -> await(radio.networkKey())).cause().satisfies(reason(Reason.CLOSED));
    assertNoThreadsOfRadios();
    assertThat(heard.down).isNotDone();
  }

  @Test
  void closesQuicklyWhileNobodyAnswersACommand() throws Exception {
    ncp.on(0x0114, parameters -> null);
    CompletableFuture<Octets> asked = ncp.next(0x0114);
    CompletionStage<Octets> pending = radio.networkKey();
    asked.get(5, TimeUnit.SECONDS);

    assertClosesWithin1s(radio);

    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.CLOSED));
    assertNoThreadsOfRadios();
  }

  @Test
  void closesQuicklyWhileItOpens() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ZigbeeRadio opening =
            provider.create(
                RadioSettings.on("tcp://127.0.0.1:" + silent.getLocalPort()), new Heard())) {
      CompletionStage<?> pending = opening.open();
      try (Socket socket = silent.accept()) {
        assertThat(socket.getInputStream().read()).isEqualTo(0x1A); // of the reset

        assertClosesWithin1s(opening);
      }

      assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.CLOSED));
      radio.close();
      assertNoThreadsOfRadios();
    }
  }

  @Test
  void closesFromItsOwnThreads() throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    ScriptedNcp other = new ScriptedNcp().withNetwork();
    CompletableFuture<ZigbeeRadio> made = new CompletableFuture<>();
    RadioListener closing =
        new ListenerAdapter() {
          @Override
          public void received(ApsIndication indication) {
            made.join().close();
            closed.complete(null);
          }
        };
    ZigbeeRadio second = provider.create(RadioSettings.on(other.port()), closing);
    made.complete(second);
    await(second.open());

    other.incoming(0, 1, 0, 1, Octets.of(1));

    closed.get(2, TimeUnit.SECONDS);
    CompletionStage<Void> third = radio.networkKey().thenAccept(key -> radio.close());
    await(third);
    other.close();
    assertNoThreadsOfRadios();
  }

  @Test
  void closesFromTheCallThatItIsDown() throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    CompletableFuture<ZigbeeRadio> made = new CompletableFuture<>();
    RadioListener closing =
        new ListenerAdapter() {
          @Override
          public void down(RadioException reason) {
            made.join().close();
            closed.complete(null);
          }
        };
    try (ScriptedNcp other = new ScriptedNcp()) {
      made.complete(provider.create(RadioSettings.on(other.port()), closing));
      await(made.join().open());

      other.ash().resetAcknowledge(0x06);

      closed.get(2, TimeUnit.SECONDS);
    }
    radio.close();
    assertNoThreadsOfRadios();
  }

  @Test
  void failsOpeningAloneWhenTheConnectionEndsMeanwhile() throws Exception {
    Heard silent = new Heard();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ZigbeeRadio opening =
            provider.create(RadioSettings.on("tcp://127.0.0.1:" + server.getLocalPort()), silent)) {
      CompletionStage<?> pending = opening.open();
      server.accept().close();

      assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.LINK_LOST));
      assertThat(silent.down).isNotDone();
    }
  }

  @Test
  void failsFramesThatWaitForAnotherTry() throws Exception {
    ncp.on(0x34, parameters -> Octets.of(0x72, 0));
    CompletionStage<Void> pending = sendOne();
    await(radio.networkKey()); // behind the first try

    radio.close();

    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.CLOSED));
  }

  @Test
  void createdButNeverOpenedLeavesNothing() throws Exception {
    ZigbeeRadio unused = provider.create(RadioSettings.on(ncp.port()), new Heard());

    assertClosesWithin1s(unused);

    radio.close();
    assertNoThreadsOfRadios();
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "tcp://127.0.0.1:" + silent.getLocalPort();
      try (ZigbeeRadio opening = provider.create(RadioSettings.on(port), new Heard())) {
        assertThatThrownBy(() -> await(opening.open()))
            .cause()
            .satisfies(reason(Reason.NO_COORDINATOR))
            .hasMessage("No coordinator with EmberZNet firmware answers on " + port);
      }
    }
  }

  @Test
  void asksASilentCoordinatorWhetherItIsThere() throws Exception {
    try (ScriptedNcp quiet = new ScriptedNcp();
        ZigbeeRadio asking =
            new EmberRadio(
                RadioSettings.on(quiet.port()),
                new Heard(),
                new AshPort(new MachinePorts(), RadioSettings.on(quiet.port())),
                Duration.ofMillis(50))) {
      CompletableFuture<Octets> question = quiet.next(0x18);

      await(asking.open());

      question.get(2, TimeUnit.SECONDS);
    }
  }

  private CompletionStage<Void> sendOne() throws Exception {
    CompletableFuture<Octets> sent = ncp.next(0x34);
    CompletionStage<Void> stage = radio.send(REQUEST);
    sent.get(5, TimeUnit.SECONDS);
    return stage;
  }

  private static void assertClosesWithin1s(ZigbeeRadio radio) {
    long start = System.nanoTime();
    radio.close();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }

  private static void assertNoThreadsOfRadios() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().matches("(Ash|Ember|waggle-radio).*")) {
        thread.join(1_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  /** Ignores everything. */
  private static class ListenerAdapter implements RadioListener {

    @Override
    public void received(ApsIndication indication) {}

    @Override
    public void joined(JoinIndication indication) {}

    @Override
    public void left(IeeeAddress device, int networkAddress) {}

    @Override
    public void down(RadioException reason) {}
  }
}
