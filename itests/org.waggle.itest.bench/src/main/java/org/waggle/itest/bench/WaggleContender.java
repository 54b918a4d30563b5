package org.waggle.itest.bench;

import java.nio.file.Path;
import java.util.List;
import org.waggle.itest.processes.Waggle;

/**
 * The Waggle distribution: one process, broker included.
 *
 * @param script that starts it
 */
record WaggleContender(Path script) implements Contender {

  @Override
  public String name() {
    return "Waggle";
  }

  @Override
  public String id() {
    return "waggle";
  }

  @Override
  public Running start(Path data, int radioPort) {
    Waggle waggle = Waggle.run(script, data, radioPort);
    return new Running() {
      @Override
      public int brokerPort() {
        return waggle.brokerPort();
      }

      @Override
      public List<Long> pids() {
        return List.of(waggle.pid());
      }

      @Override
      public String tail() {
        return waggle.tail();
      }

      @Override
      public void close() {
        waggle.close();
      }
    };
  }
}
