package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waggle.zigbee.InFlight.Claimant;

class InFlightTest {

  private final InFlight inFlight = new InFlight(1);
  private int turns;

  @Test
  void passesAnyNumberOfTurnsOnThatAreReleasedAtOnce() {
    Claimant[] two = new Claimant[2];
    for (int i = 0; i < two.length; i++) {
      int other = 1 - i;
      two[i] =
          () -> {
            turns++;
            if (turns < 100_000) {
              inFlight.claim(two[other], false);
            }
            inFlight.release();
          };
    }

    inFlight.claim(two[0], false);

    assertThat(turns).isEqualTo(100_000);
  }

  @Test
  void comesBackToOthersAfterTheBackground() {
    inFlight.claimInBackground(
        () -> {
          inFlight.claim(() -> turns++, false);
          inFlight.releaseInBackground();
        });

    assertThat(turns).isEqualTo(1);
  }
}
