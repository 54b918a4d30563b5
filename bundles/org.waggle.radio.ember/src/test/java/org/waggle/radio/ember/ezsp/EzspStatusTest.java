package org.waggle.radio.ember.ezsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waggle.radio.ember.ezsp.EzspStatus.Meaning;

class EzspStatusTest {

  @Test
  void meansTheSameInAllWorlds() {
    assertThat(EzspStatus.ember(0x66).meaning()).isEqualTo(Meaning.DELIVERY_FAILED);
    assertThat(EzspStatus.sl(0x0C02).meaning()).isEqualTo(Meaning.DELIVERY_FAILED);
    assertThat(EzspStatus.ember(0x93).is(Meaning.NOT_JOINED)).isTrue();
    assertThat(EzspStatus.sl(0x0017).is(Meaning.NOT_JOINED)).isTrue();
    assertThat(EzspStatus.ember(0x18).meaning()).isEqualTo(Meaning.OUT_OF_MEMORY);
    assertThat(EzspStatus.ezsp(0x35).meaning()).isEqualTo(Meaning.OUT_OF_MEMORY);
    assertThat(EzspStatus.sl(0x0019).meaning()).isEqualTo(Meaning.OUT_OF_MEMORY);
  }

  @Test
  void keepsWorldsApart() {
    assertThat(EzspStatus.ember(0x35).meaning()).isEqualTo(Meaning.INVALID_CHANNEL_MASK);
    assertThat(EzspStatus.ezsp(0x35).meaning()).isEqualTo(Meaning.OUT_OF_MEMORY);
    assertThat(EzspStatus.ember(0x18).meaning()).isEqualTo(Meaning.OUT_OF_MEMORY);
    assertThat(EzspStatus.sl(0x0018).meaning()).isEqualTo(Meaning.NO_BEACONS);
  }

  @Test
  void nothingButZeroIsOk() {
    assertThat(EzspStatus.ember(0)).isEqualTo(EzspStatus.OK);
    assertThat(EzspStatus.sl(0)).isEqualTo(EzspStatus.OK);
    assertThat(EzspStatus.OK.isOk()).isTrue();
    for (int code = 1; code <= 0xFF; code++) {
      assertThat(EzspStatus.ember(code).isOk()).isFalse();
      assertThat(EzspStatus.ezsp(code).isOk()).isFalse();
      assertThat(EzspStatus.sl(code).isOk()).isFalse();
    }
  }

  @Test
  void tellsWhatMayGoThroughLater() {
    assertThat(EzspStatus.ember(0x72).isBusy()).isTrue();
    assertThat(EzspStatus.ember(0xA1).isBusy()).isTrue();
    assertThat(EzspStatus.ember(0x18).isBusy()).isTrue();
    assertThat(EzspStatus.sl(0x0004).isBusy()).isTrue();
    assertThat(EzspStatus.sl(0x0019).isBusy()).isTrue();
    assertThat(EzspStatus.sl(0x0C03).isBusy()).isTrue();
    assertThat(EzspStatus.ember(0x66).isBusy()).isFalse();
    assertThat(EzspStatus.ember(0x74).isBusy()).isFalse();
    assertThat(EzspStatus.OK.isBusy()).isFalse();
  }

  @Test
  void namesItselfAndItsCode() {
    assertThat(EzspStatus.OK).hasToString("OK");
    assertThat(EzspStatus.sl(0x0C02)).hasToString("DELIVERY_FAILED (sl_status 0x0C02)");
    assertThat(EzspStatus.ezsp(0x37)).hasToString("INVALID_ID (EzspStatus 0x37)");
    assertThat(EzspStatus.ember(0xF3)).hasToString("OTHER (EmberStatus 0xF3)");
  }
}
