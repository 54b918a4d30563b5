package org.waggle.itest.radio;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What this JVM holds.
 *
 * @param heap bytes that a garbage collection leaves
 * @param threads how many there are of each name, digits aside; without those that come and go
 */
record Footprint(long heap, Map<String, Long> threads) {

  static Footprint taken() throws InterruptedException {
    List<Thread> threads = List.copyOf(Thread.getAllStackTraces().keySet());
    for (Thread thread : threads) {
      if (comesAndGoes(thread)) {
        thread.join(10_000);
      }
    }
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return new Footprint(
        memory.getHeapMemoryUsage().getUsed(),
        threads.stream()
            .filter(thread -> thread.isAlive() && !isOfTheProcesses(thread))
            .collect(
                Collectors.groupingBy(
                    thread -> thread.getName().replaceAll("\\d+", "N"),
                    TreeMap::new,
                    Collectors.counting())));
  }

  /** The virtual machine keeps those that wait for other processes as long as it likes. */
  private static boolean isOfTheProcesses(Thread thread) {
    return thread.getName().startsWith("process reaper");
  }

  /** It closes a radio, for example. */
  private static boolean comesAndGoes(Thread thread) {
    return thread.getName().endsWith("-once");
  }

  long threadCount() {
    return threads.values().stream().mapToLong(Long::longValue).sum();
  }

  long heapSince(Footprint before) {
    return heap - before.heap;
  }
}
