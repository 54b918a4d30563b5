package org.waggle.radio.ember.ash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.radio.ember.ash.Hex.data;
import static org.waggle.radio.ember.ash.Hex.frame;
import static org.waggle.radio.ember.ash.Hex.octets;

import org.junit.jupiter.api.Test;
import org.waggle.radio.ember.ash.AshFailure.Kind;

/** Frame by frame, with octets from UG101 and from logs of real coordinators. */
class AshHostTest extends AshHostBench {

  @Test
  void resetsAsInUg101() {
    host.connect(now);

    assertThat(output()).isEqualTo("1ac038bc7e");

    line("c102029b7b7e");
    assertThat(connections).isZero(); // it had just been powered on: our answer is to follow
    line("c1020b0a527e");
    assertThat(connections).isEqualTo(1);
    assertThat(output()).isEmpty();
  }

  @Test
  void exchangesFramesAsARealCoordinatorDid() {
    connect();

    send("00000004");
    assertThat(output()).isEqualTo("004221a850ed2c7e");
    line("0142a1a8502805e67f627e");
    assertThat(received).containsExactly("00800004021054");
    assertThat(output()).isEqualTo("8160597e");

    send("0100530c0200");
    assertThat(output()).isEqualTo("7d314321fb582815c3277e");
  }

  @Test
  void acknowledgesEachFrame() {
    connect();

    line(data(0, false, 0, "0a") + data(1, false, 0, "0b") + data(2, false, 0, "0c"));

    assertThat(received).containsExactly("0a", "0b", "0c");
    assertThat(output()).isEqualTo(frame(0x81) + frame(0x82) + frame(0x83));
  }

  @Test
  void letsDataCarryTheAcknowledgement() {
    connect();

    host.receive(octets(data(0, false, 0, "0a")), 0, octets(data(0, false, 0, "0a")).length, now);
    send("0b");

    assertThat(output()).isEqualTo(data(0, false, 1, "0b"));
  }

  @Test
  void asksOnceForEverythingAfterALostFrame() {
    connect();

    line(data(1, false, 0, "0b") + data(2, false, 0, "0c"));
    assertThat(output()).isEqualTo(frame(0xA0));

    line(data(0, true, 0, "0a") + data(1, true, 0, "0b") + data(2, true, 0, "0c"));
    assertThat(received).containsExactly("0a", "0b", "0c");
    assertThat(output()).isEqualTo(frame(0x81) + frame(0x82) + frame(0x83));
  }

  @Test
  void acknowledgesAgainWhenItIsAskedForWhatItDidNotSend() {
    connect();

    line(frame(0xA0));

    assertThat(output()).isEqualTo(frame(0x80));
  }

  @Test
  void asksAgainAFewTimesWhenNothingComes() {
    connect();
    line("0000007e"); // noise
    assertThat(output()).isEqualTo(frame(0xA0));

    for (int i = 0; i < 3; i++) {
      tickAtDeadline();
      assertThat(output()).isEqualTo(frame(0xA0));
    }

    assertThat(host.deadline()).isEqualTo(AshHost.NEVER);
  }

  @Test
  void asksAgainWhenTheQuestionWasDamaged() {
    connect();
    line(data(1, false, 0, "0b"));
    output();

    line(frame(0xA0));

    assertThat(output()).isEqualTo(frame(0xA0));
  }

  @Test
  void asksAgainWhenTheRepetitionLostItsBeginning() {
    connect();
    line(data(1, false, 0, "0b") + data(2, false, 0, "0c"));
    output();

    line(data(1, true, 0, "0b"));

    assertThat(output()).isEqualTo(frame(0xA0));
  }

  @Test
  void asksOnceForDamagedFrames() {
    connect();
    String damaged = data(0, false, 0, "0a").replaceFirst(".", "7");

    line(damaged + damaged);
    assertThat(output()).isEqualTo(frame(0xA0));

    line(data(0, true, 0, "0a"));
    assertThat(received).containsExactly("0a");
    assertThat(output()).isEqualTo(frame(0x81));
    line(damaged);
    assertThat(output()).isEqualTo(frame(0xA1));
  }

  @Test
  void acknowledgesDuplicatesAndDropsThem() {
    connect();
    line(data(0, false, 0, "0a"));
    output();

    line(data(0, true, 0, "0a"));

    assertThat(received).containsExactly("0a");
    assertThat(output()).isEqualTo(frame(0x81));
  }

  @Test
  void forgetsFramesThatAreCancelledOrSubstituted() {
    connect();

    line("004221" + "1a" + data(0, false, 0, "0a"));
    assertThat(received).containsExactly("0a");
    assertThat(output()).isEqualTo(frame(0x81));

    line("1042" + "18" + "7e");
    assertThat(output()).isEqualTo(frame(0xA1));
  }

  @Test
  void ignoresFlowControlOctetsWhereverTheyAre() {
    connect();

    line("11" + data(0, false, 0, "0a").replaceFirst("^(..)(..)", "$113$211") + "13");

    assertThat(received).containsExactly("0a");
  }

  @Test
  void stuffsAllReservedOctets() {
    connect();
    // What randomising makes of these is 7e 7d 11 13 18 1a.
    send("3c5cb947320f");
    String sent = output();

    assertThat(sent).startsWith("007d5e7d5d7d317d337d387d3a");

    connect();
    line(sent);
    assertThat(received).containsExactly("3c5cb947320f");
  }

  @Test
  void keepsToItsWindow() {
    host = host(AshSettings.USUAL.withWindow(2));
    connect();

    send("0a");
    send("0b");
    assertThat(host.room()).isZero();

    line(frame(0x81));
    assertThat(host.room()).isEqualTo(1);
    line(frame(0x82));
    assertThat(host.room()).isEqualTo(2);
  }

  @Test
  void sendsAgainFromWhereANakSays() {
    connect();
    send("0a");
    send("0b");
    send("0c");
    output();

    line(frame(0xA1));

    assertThat(output()).isEqualTo(data(1, true, 0, "0b") + data(2, true, 0, "0c"));
  }

  @Test
  void sendsAgainWhatIsNotAcknowledgedInTimeAndWaitsLongerThen() {
    connect();
    send("0a");
    output();
    assertThat(host.deadline()).isEqualTo(now + 800 * MILLISECOND);

    tickAtDeadline();

    assertThat(output()).isEqualTo(data(0, true, 0, "0a"));
    assertThat(host.deadline()).isEqualTo(now + 1_600 * MILLISECOND);
    line(frame(0x81));
    assertThat(host.deadline()).isEqualTo(AshHost.NEVER);
  }

  @Test
  void waitsLessWhereAnswersComeFast() {
    connect();
    for (int i = 0; i < 20; i++) {
      send("0a");
      now += MILLISECOND;
      line(frame(0x80 | (i + 1) % 8));
    }

    send("0a");

    assertThat(host.deadline()).isEqualTo(now + 400 * MILLISECOND);
  }

  @Test
  void givesASilentCoordinatorUp() {
    connect();
    send("0a");

    for (int i = 0; i < 5; i++) {
      assertThat(failures).isEmpty();
      tickAtDeadline();
    }

    assertThat(failures).containsExactly(new AshFailure(Kind.SILENT, 0));
    assertThat(host.deadline()).isEqualTo(AshHost.NEVER);
    assertThat(now).isLessThan(10_000 * MILLISECOND);
  }

  @Test
  void staysWithACoordinatorThatIsHeardThoughItAcknowledgesLate() {
    connect();
    send("0a");

    for (int i = 0; i < 15; i++) {
      tickAtDeadline();
      line(data(i % 8, false, 0, "0b"));
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void holdsDataBackWhileTheCoordinatorIsNotReady() {
    connect();
    line(frame(0x88));
    assertThat(host.room()).isZero();

    line(frame(0x80));
    assertThat(host.room()).isEqualTo(5);

    line(frame(0x88));
    tickAtDeadline(); // "not ready" is not for ever
    assertThat(host.room()).isEqualTo(5);
  }

  @Test
  void tellsWhenItIsNotReadyAndReadyAgain() {
    connect();

    host.ready(false);
    assertThat(output()).isEqualTo(frame(0x88));
    line(data(0, false, 0, "0a"));
    assertThat(output()).isEqualTo(frame(0x89));

    host.ready(true);
    assertThat(output()).isEqualTo(frame(0x81));
  }

  @Test
  void repeatsTheResetThenGivesUp() {
    host.connect(now);
    output();

    tickAtDeadline();
    assertThat(output()).isEqualTo("1ac038bc7e");
    tickAtDeadline();
    tickAtDeadline();

    assertThat(failures).containsExactly(new AshFailure(Kind.NO_ANSWER, 0));
  }

  @Test
  void beginsAnewWhenARepeatedResetIsAnsweredTwice() {
    host.connect(now);
    tickAtDeadline();
    line("c1020b0a527e");
    send("0a");
    output();

    line("c1020b0a527e");

    assertThat(failures).isEmpty();
    assertThat(output()).isEqualTo(data(0, true, 0, "0a"));
  }

  @Test
  void noticesAResetThoughItHadToAskTwiceAndTheNumbersBeginAgain() {
    host.connect(now);
    tickAtDeadline();
    line("c1020b0a527e");
    for (int number = 0; number < 8; number++) {
      line(data(number, false, 0, "0a"));
    }

    line("c102029b7b7e");

    assertThat(failures).containsExactly(new AshFailure(Kind.RESET, 2));
  }

  @Test
  void failsWhenTheCoordinatorIsResetOrGivesUp() {
    connect();
    line("c102029b7b7e" + data(0, false, 0, "0a"));
    assertThat(failures).containsExactly(new AshFailure(Kind.RESET, 2));
    assertThat(received).isEmpty();

    connect();
    line(frame(0xC2, 2, 0x51));
    assertThat(failures).last().isEqualTo(new AshFailure(Kind.ERROR, 0x51));
  }

  @Test
  void refusesOtherVersionsOfTheProtocol() {
    host.connect(now);

    line(frame(0xC1, 3, 0x0B));

    assertThat(failures).containsExactly(new AshFailure(Kind.OTHER_VERSION, 3));
  }

  @Test
  void dropsFramesWithAcknowledgementsOfWhatWasNotSent() {
    connect();

    line(data(0, false, 3, "0a"));

    assertThat(received).isEmpty();
    assertThat(output()).isEqualTo(frame(0xA0));
  }
}
