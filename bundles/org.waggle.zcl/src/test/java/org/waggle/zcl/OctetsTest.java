package org.waggle.zcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OctetsTest {

  @Test
  void doesNotChangeWithTheArraysAroundIt() {
    byte[] source = {1, 2, 3};
    Octets octets = Octets.of(source);

    source[0] = 9;
    octets.toArray()[1] = 9;

    assertThat(octets).isEqualTo(Octets.of(1, 2, 3)).hasToString("010203");
    assertThat(octets.asByteBuffer().isReadOnly()).isTrue();
  }

  @Test
  void slicesWithinItsBounds() {
    Octets octets = Octets.ofHex("0a 0b 0c");

    assertThat(octets.slice(1, 3)).isEqualTo(Octets.of(11, 12));
    assertThat(octets.slice(1, 1)).isSameAs(Octets.EMPTY);
    assertThatThrownBy(() -> octets.slice(1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void readsAndWritesAddresses() {
    IeeeAddress address = IeeeAddress.parse("0x00124B0012345678").orElseThrow();

    assertThat(address).hasToString("0x00124b0012345678");
    assertThat(IeeeAddress.parse("00124b0012345678")).isEmpty();
    assertThat(address).isLessThan(new IeeeAddress(-1));
  }
}
