package org.waggle.bridge.device;

import java.util.concurrent.Executor;

/** Where the code of a device's definition runs: its tasks one at a time, in order. */
interface Runner extends Executor {

  /** The event thread, at once: for definitions that can be trusted with it. */
  Runner IN_PLACE =
      new Runner() {
        @Override
        public boolean isInPlace() {
          return true;
        }

        @Override
        public void execute(Runnable task) {
          task.run();
        }
      };

  /** Whether that is the event thread, and tasks are done when {@link #execute} returns. */
  boolean isInPlace();
}
