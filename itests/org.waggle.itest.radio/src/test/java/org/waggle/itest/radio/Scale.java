package org.waggle.itest.radio;

import java.time.Duration;

/** How much is done: enough to see a fault with each build, all of it with the profile soak. */
final class Scale {

  private static final boolean SOAK = Boolean.getBoolean("soak");

  private Scale() {}

  static int of(int usually, int soaking) {
    return SOAK ? soaking : usually;
  }

  static Duration of(Duration usually, Duration soaking) {
    return SOAK ? soaking : usually;
  }
}
