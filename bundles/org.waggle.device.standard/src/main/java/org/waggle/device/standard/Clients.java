package org.waggle.device.standard;

import java.util.Map;
import org.waggle.device.api.remote.Remotes;

/** What is made of the clusters that a device is a client of. */
final class Clients {

  static final Map<Integer, Generator> BY_CLUSTER =
      Map.of(
          Servers.ON_OFF,
          Generator.of(sample -> Remotes.onOff(sample.scope())),
          Servers.LEVEL_CONTROL,
          Generator.of(sample -> Remotes.level(sample.scope())),
          Servers.COLOR_CONTROL,
          Generator.of(sample -> Remotes.color(sample.scope())),
          0x0102,
          Generator.of(sample -> Remotes.cover(sample.scope())));

  private Clients() {}
}
