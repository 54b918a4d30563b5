package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.ember.Awaiting.await;
import static org.waggle.radio.ember.Awaiting.reason;
import static org.waggle.radio.ember.ScriptedNcp.SEND_UNICAST;
import static org.waggle.radio.ember.ScriptedNcp.octets;

import java.util.ArrayList;
import java.util.List;
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
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.ember.link.LinkSettings;
import org.waggle.zcl.Octets;

class SendingTest {

  private static final String PORT = "/dev/sending";
  private static final int SEND_BROADCAST = 0x36;
  private static final int SEND_MULTICAST = 0x38;
  private static final Octets TAKEN = octets("00 07");
  private static final Octets NO_ROOM = octets("72 00");

  private final ScriptedNcp ncp = new ScriptedNcp();
  private final ZigbeeRadio radio =
      new EmberRadio(RadioSettings.on(PORT), new Heard(), LinkSettings.USUAL, () -> ncp);

  /** Parameters of the unicasts that came. */
  private final BlockingQueue<Octets> unicasts = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() throws Exception {
    await(radio.open());
    answerUnicasts(TAKEN);
  }

  @AfterEach
  void close() throws Exception {
    radio.close();
    RadioThreads.assertNone(PORT);
  }

  @Test
  void isDoneWhenTheDestinationAcknowledged() throws Exception {
    CompletionStage<Void> sent = radio.send(unicast(0x1234, 1, true));
    Octets parameters = next();
    assertThat(parameters).isEqualTo(octets("00 3412 0401 0600 01 02 4011 0000 00 00 01 01"));
    assertThat(sent.toCompletableFuture()).isNotDone();

    ncp.sent(0x1234, tag(parameters), 0);

    await(sent);
  }

  @Test
  void failsWhenTheDestinationDoesNotAcknowledge() throws Exception {
    CompletionStage<Void> sent = radio.send(unicast(0x1234, 1, true));

    ncp.sent(0x1234, tag(next()), 0x66);

    assertThatThrownBy(() -> await(sent))
        .cause()
        .satisfies(reason(Reason.NOT_DELIVERED))
        .hasMessage("Node 0x1234 did not get a frame: DELIVERY_FAILED (EmberStatus 0x66)");
  }

  @Test
  void isDoneWhenTheCoordinatorTookWhatWantsNoAcknowledgement() throws Exception {
    CompletionStage<Void> sent = radio.send(unicast(0x1234, 1, false));

    await(sent);
    assertThat(next().slice(9, 11)).isEqualTo(octets("0011")); // without retry
  }

  @Test
  void waitsForNothingAfterBroadcastsAndMulticasts() throws Exception {
    CompletableFuture<Octets> broadcast = ncp.next(SEND_BROADCAST);
    CompletableFuture<Octets> multicast = ncp.next(SEND_MULTICAST);

    await(radio.send(request(new Destination.Broadcast(0xFFFD), 1, true)));
    await(radio.send(request(new Destination.Group(5), 1, true)));

    assertThat(broadcast.get()).isEqualTo(octets("fdff 0401 0600 01 02 4011 fdff 00 1e ff 01 01"));
    assertThat(multicast.get()).isEqualTo(octets("0401 0600 01 ff 4011 0500 00 0c 0c ff 01 01"));
  }

  @Test
  void hasAsManyUnicastsUnderWayAsTheCoordinatorTakes() throws Exception {
    List<CompletionStage<Void>> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sent.add(radio.send(unicast(0x1000 + i, i, true)));
    }
    for (int i = 0; i < 16; i++) { // what it says
      assertThat(next().at(1)).isEqualTo(i);
    }
    await(radio.networkKey()); // overtakes nothing
    assertThat(unicasts).isEmpty();

    ncp.sent(0x1000, 0, 0);
    assertThat(next().at(1)).isEqualTo(16);
    for (int i = 1; i < 20; i++) {
      ncp.sent(0x1000 + i, i, 0);
    }

    for (CompletionStage<Void> stage : sent) {
      await(stage);
    }
  }

  @Test
  void offersAgainWhatTheCoordinatorHasNoRoomForInTheOrderItCame() throws Exception {
    AtomicInteger refusals = new AtomicInteger(3);
    ncp.on(
        SEND_UNICAST,
        parameters -> {
          if (refusals.getAndDecrement() > 0) {
            return NO_ROOM;
          }
          unicasts.add(parameters);
          return TAKEN;
        });
    List<CompletionStage<Void>> sent = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sent.add(radio.send(unicast(0x1000 + i, i, true)));
    }

    for (int i = 0; i < 3; i++) {
      Octets parameters = next();
      assertThat(parameters.at(1)).isEqualTo(i);
      ncp.sent(0x1000 + i, tag(parameters), 0);
    }

    for (CompletionStage<Void> stage : sent) {
      await(stage);
    }
  }

  @Test
  void learnsHowMuchRoomThereReallyIs() throws Exception {
    CompletionStage<Void> first = radio.send(unicast(0x1000, 1, true));
    int tag = tag(next());
    answerUnicasts(NO_ROOM);
    CompletionStage<Void> second = radio.send(unicast(0x1001, 1, true));
    next();
    assertThat(unicasts.poll(200, TimeUnit.MILLISECONDS)).isNull(); // in vain while the first waits

    answerUnicasts(TAKEN);
    ncp.sent(0x1000, tag, 0);

    ncp.sent(0x1001, tag(next()), 0);
    await(first);
    await(second);
  }

  @Test
  void saysThatTheCoordinatorIsBusyWhenItStaysSo() throws Exception {
    answerUnicasts(NO_ROOM);

    CompletionStage<Void> sent = radio.send(unicast(0x1000, 1, true));

    assertThatThrownBy(() -> await(sent))
        .cause()
        .satisfies(reason(Reason.BUSY))
        .hasMessageContaining("MESSAGE_LIMIT_REACHED");
  }

  @Test
  void letsBroadcastsPassUnicastsThatHaveNoRoom() throws Exception {
    for (int i = 0; i < 17; i++) {
      radio.send(unicast(0x1000 + i, i, true));
    }

    await(radio.send(request(new Destination.Broadcast(0xFFFF), 1, true)));

    assertThat(unicasts).hasSize(16);
  }

  @Test
  void refusesWhatIsTooLongAndWhatTheCoordinatorRefuses() throws Exception {
    assertThatThrownBy(() -> await(radio.send(unicast(1, new byte[129]))))
        .cause()
        .satisfies(reason(Reason.REFUSED));

    answerUnicasts(octets("74 00"));
    assertThatThrownBy(() -> await(radio.send(unicast(1, new byte[100]))))
        .cause()
        .satisfies(reason(Reason.REFUSED))
        .hasMessageContaining("MESSAGE_TOO_LONG");
  }

  @Test
  void ignoresReportsOfOtherFrames() throws Exception {
    CompletionStage<Void> sent = radio.send(unicast(0x1234, 1, true));
    int tag = tag(next());

    ncp.sent(0x4321, tag, 0x66);
    ncp.sent(0x1234, tag + 1, 0x66);
    ncp.sent(0x1234, 255, 0x66);
    ncp.sent(0x1234, tag, 0);

    await(sent);
  }

  @Test
  void givesRoutesAlongThatTheCoordinatorDoesNotKeep() throws Exception {
    ScriptedNcp small = new ScriptedNcp();
    small.on(0x52, id -> octets(id.at(0) == 0x1A ? "00 0000" : "00 1000"));
    small.on(0x53, id -> octets("35")); // out of memory
    CompletableFuture<Octets> route = small.next(0xAE);
    Heard heard = new Heard();
    try (ZigbeeRadio other =
        new EmberRadio(RadioSettings.on(PORT), heard, LinkSettings.USUAL, () -> small)) {
      await(other.open());

      small.callback(0x59, "3412 0102030405060708 ff d8 02 1111 2222");
      small.callback(0x24, "3412 0102030405060708 00 00 0000");
      heard.next(JoinIndication.class); // after the route
      other.send(unicast(0x1234, 1, true));

      assertThat(route.get(2, TimeUnit.SECONDS)).isEqualTo(octets("3412 02 1111 2222"));
    }
  }

  private void answerUnicasts(Octets answer) {
    ncp.on(
        SEND_UNICAST,
        parameters -> {
          unicasts.add(parameters);
          return answer;
        });
  }

  private Octets next() throws InterruptedException {
    Octets parameters = unicasts.poll(5, TimeUnit.SECONDS);
    assertThat(parameters).isNotNull();
    return parameters;
  }

  private static int tag(Octets parameters) {
    return parameters.at(14);
  }

  private static ApsRequest unicast(int to, int payload, boolean acknowledged) {
    return request(new Destination.Unicast(to), payload, acknowledged);
  }

  private static ApsRequest unicast(int to, byte[] payload) {
    return new ApsRequest(new Destination.Unicast(to), 0x0104, 6, 1, 2, Octets.of(payload), true);
  }

  private static ApsRequest request(Destination to, int payload, boolean acknowledged) {
    return new ApsRequest(to, 0x0104, 6, 1, 2, Octets.of(payload), acknowledged);
  }
}
