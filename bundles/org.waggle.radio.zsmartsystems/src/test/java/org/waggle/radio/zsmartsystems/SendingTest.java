package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.zsmartsystems.Stages.await;
import static org.waggle.radio.zsmartsystems.Stages.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.radio.api.InterPanRequest;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

class SendingTest {

  private static final Octets PAYLOAD = Octets.ofHex("01 2a 02");

  private final BlockingQueue<Octets> unicasts = new LinkedBlockingQueue<>();
  private final Heard heard = new Heard();
  private ScriptedNcp ncp;
  private ZigbeeRadio radio;

  @BeforeEach
  void open() throws Exception {
    ncp = new ScriptedNcp().withNetwork();
    ncp.on(
        0x34,
        parameters -> {
          unicasts.add(parameters);
          return Octets.of(0, 1);
        });
    radio = new ZsmartsystemsRadios(new MachinePorts()).create(RadioSettings.on(ncp.port()), heard);
    await(radio.open());
    await(radio.resume());
  }

  @AfterEach
  void close() throws Exception {
    radio.close();
    ncp.close();
  }

  @Test
  void completesAUnicastWhenItWasAcknowledged() throws Exception {
    CompletableFuture<Void> done = send(0x1234, true);
    Octets sent = nextUnicast();
    assertThat(done).isNotDone();

    ncp.report(sent, 0x00);

    await(done);
    assertThat(sent)
        .isEqualTo(Octets.ofHex("00 3412 0401 0600 01 0b 4011 0000 00" + tag(sent) + "03 012a02"));
  }

  @Test
  void asksForNoAcknowledgementUnlessToldTo() throws Exception {
    CompletableFuture<Void> done = send(0x1234, false);
    Octets sent = nextUnicast();
    ncp.report(sent, 0x00);

    await(done);
    assertThat(sent.slice(9, 11)).isEqualTo(Octets.ofHex("0011"));
  }

  @Test
  void failsAUnicastThatWasNotDelivered() throws Exception {
    CompletableFuture<Void> done = send(0x1234, true);

    ncp.report(nextUnicast(), 0x66);

    assertThatThrownBy(() -> await(done))
        .cause()
        .satisfies(reason(Reason.NOT_DELIVERED))
        .hasMessage("Node 0x1234 did not get a frame: EMBER_DELIVERY_FAILED");
  }

  @Test
  void keepsAsManyUnicastsUnderWayAsTheFirmwareHandles() throws Exception {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(send(0x2000 + i, true));
    }

    List<Octets> first = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      first.add(nextUnicast());
    }
    await(radio.networkKey()); // behind all sends that could go

    assertThat(unicasts).isEmpty();
    assertThat(first.stream().map(SendingTest::tag)).doesNotHaveDuplicates();
    first.forEach(sent -> ncp.report(sent, 0));
    for (int i = 16; i < 40; i++) {
      ncp.report(nextUnicast(), 0);
    }
    await(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
  }

  @Test
  void completesMulticastsAndBroadcastsWhenTheyAreSent() throws Exception {
    await(radio.send(to(new Destination.Group(0x0385), true)));
    await(radio.send(to(new Destination.Broadcast(0xFFFC), false)));

    assertThat(ncp.parametersOf(0x38))
        .containsExactly(Octets.ofHex("0401 0600 01 ff 4011 8503 00 0c 0c ff 03 012a02"));
    assertThat(ncp.parametersOf(0x36))
        .containsExactly(Octets.ofHex("fcff 0401 0600 01 0b 4011 fcff 00 1e ff 03 012a02"));
  }

  @Test
  void offersAFrameAgainToAFullCoordinator() throws Exception {
    AtomicInteger offers = new AtomicInteger();
    ncp.on(
        0x34,
        parameters -> {
          if (offers.incrementAndGet() < 3) {
            return Octets.of(0x72, 0);
          }
          unicasts.add(parameters);
          return Octets.of(0, 1);
        });
    CompletableFuture<Void> done = send(0x1234, true);

    ncp.report(nextUnicast(), 0);

    await(done);
    assertThat(offers).hasValue(3);
  }

  @Test
  void saysThatTheCoordinatorIsBusyAfterAWhile() {
    ncp.on(0x38, parameters -> Octets.of(0xA1, 0));

    CompletionStage<Void> done = radio.send(to(new Destination.Group(7), false));

    assertThatThrownBy(() -> await(done)).cause().satisfies(reason(Reason.BUSY));
    assertThat(ncp.parametersOf(0x38)).hasSize(6);
  }

  @Test
  void sendsOnWhileAFrameWaitsForRoom() throws Exception {
    ncp.on(0x38, parameters -> Octets.of(0xA1, 0));
    CompletionStage<Void> multicast = radio.send(to(new Destination.Group(7), false));

    CompletableFuture<Void> unicast = send(0x1234, true);
    ncp.report(nextUnicast(), 0);

    await(unicast);
    assertThat(multicast.toCompletableFuture()).isNotDone();
  }

  @Test
  void refusesAFrameThatIsTooLong() {
    ApsRequest request =
        new ApsRequest(new Destination.Unicast(1), 0x0104, 6, 1, 1, Octets.of(new byte[200]), true);

    assertThatThrownBy(() -> await(radio.send(request)))
        .cause()
        .satisfies(reason(Reason.REFUSED))
        .hasMessageContaining("EMBER_MESSAGE_TOO_LONG");
  }

  @Test
  void ignoresAReportOnAnotherNodesFrame() throws Exception {
    CompletableFuture<Void> done = send(0x1234, true);
    Octets sent = nextUnicast();
    byte[] other = sent.toArray();
    other[1] = 0x35;

    ncp.report(Octets.of(other), 0x66);
    ncp.report(sent, 0x00);

    await(done);
  }

  @Test
  void sendsTouchlinkFramesOnTheirChannel() throws Exception {
    Octets scan = Octets.ofHex("11 01 00 01020304 05 12");
    await(radio.sendInterPan(new InterPanRequest(11, Optional.empty(), 0xC05E, 0x1000, scan)));
    await(
        radio.sendInterPan(
            new InterPanRequest(
                11, Optional.of(new IeeeAddress(0x0102030405060708L)), 0xC05E, 0x1000, scan)));
    await(radio.endInterPan());

    assertThat(ncp.parametersOf(0xB9)).containsExactly(Octets.of(11), Octets.of(15));
    String self = ScriptedNcp.EUI64.toString();
    assertThat(ncp.parametersOf(0x51))
        .containsExactly(
            rawMessage("01c8 00 ffff ffff 341a" + self + "0b00 0b 0010 5ec0" + scan),
            rawMessage("21cc 00 ffff 0807060504030201 341a" + self + "0b00 03 0010 5ec0" + scan));
  }

  @Test
  void hearsAnswersToTouchlinkFrames() throws Exception {
    await(
        radio.sendInterPan(
            new InterPanRequest(20, Optional.empty(), 0xC05E, 0x1000, Octets.of(1))));

    ncp.callBack(0x46, Octets.ofHex("00 01 c8 d0 04 21cc0102"));

    assertThat(heard.next(Heard.InterPanFrame.class))
        .isEqualTo(new Heard.InterPanFrame(Octets.ofHex("21cc0102"), 20, 200));
  }

  @Test
  void keepsTheNetworksFramesBackDuringTouchlink() throws Exception {
    await(
        radio.sendInterPan(
            new InterPanRequest(11, Optional.empty(), 0xC05E, 0x1000, Octets.of(1))));
    CompletableFuture<Void> done = send(0x1234, true);
    await(radio.networkKey());
    assertThat(unicasts).isEmpty();

    await(radio.endInterPan());
    ncp.report(nextUnicast(), 0);

    await(done);
  }

  private static Octets rawMessage(String macFrame) {
    Octets frame = Octets.ofHex(macFrame);
    return ScriptedNcp.join(Octets.of(frame.size()), frame, Octets.of(1, 1));
  }

  private CompletableFuture<Void> send(int networkAddress, boolean acknowledged) {
    return radio
        .send(to(new Destination.Unicast(networkAddress), acknowledged))
        .toCompletableFuture();
  }

  private static ApsRequest to(Destination destination, boolean acknowledged) {
    return new ApsRequest(destination, 0x0104, 0x0006, 1, 11, PAYLOAD, acknowledged);
  }

  private Octets nextUnicast() throws InterruptedException {
    Octets sent = unicasts.poll(5, TimeUnit.SECONDS);
    assertThat(sent).as("unicast within 5 s").isNotNull();
    return sent;
  }

  private static String tag(Octets sent) {
    return sent.slice(14, 15).toString();
  }
}
