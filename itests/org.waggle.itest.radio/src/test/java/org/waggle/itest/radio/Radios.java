package org.waggle.itest.radio;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.radio.ember.EmberRadios;
import org.waggle.radio.serial.MachinePorts;

/** The radios under test, as the bundles make them. */
final class Radios {

  /** Of {@code --network}, which is also what networks are by default. */
  static final String NETWORK = "11,0x1a62,dddddddddddddddd,01030507090b0d0f00020406080a0c0d";

  private Radios() {}

  static RadioPorts ports() {
    return new MachinePorts();
  }

  static ZigbeeRadioProvider provider() {
    return new EmberRadios(ports());
  }

  static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
