package org.waggle.radio.ember.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.EzspFrame;
import org.waggle.radio.ember.ezsp.EzspVersion;
import org.waggle.radio.ember.ezsp.UtilityFrames.Nop;

class TransactionTest {

  @ParameterizedTest
  @ValueSource(ints = {8, 13, 14, 16, 18, 19})
  void readsWhyACommandIsInvalidInEveryVersion(int number) throws Exception {
    EzspVersion version = new EzspVersion(number);
    Transaction<?> transaction = new Transaction<>(new Nop());

    assertThat(transaction.isOverflow(invalidCommand(0x34), version)).isTrue();
    assertThat(transaction.isOverflow(invalidCommand(0x31), version)).isFalse();
    transaction.answer(invalidCommand(0x31), version);

    assertThatThrownBy(() -> transaction.done().join())
        .cause()
        .extracting(failure -> ((RadioException) failure).reason())
        .isEqualTo(Reason.UNSUPPORTED);
  }

  private static EzspFrame invalidCommand(int reason) throws Exception {
    return EzspFrame.decode(new byte[] {1, (byte) 0x80, 1, 0x58, 0, (byte) reason});
  }
}
