package org.waggle.itest.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * What processes take of this machine, by Linux' {@code /proc}.
 *
 * @param residentBytes VmRSS
 * @param processorTime in user and kernel mode since their start, in steps of 10 ms
 * @param threads those of virtual machines included
 */
public record ProcessUsage(long residentBytes, Duration processorTime, int threads) {

  /** Of user space's clock, on every architecture. */
  private static final int TICK_MILLIS = 10;

  /** In {@code /proc/PID/stat}, counted behind the command's name. */
  private static final int USER_TIME = 11;

  private static final int KERNEL_TIME = 12;

  /** The sum over some processes. */
  public static ProcessUsage of(Collection<Long> pids) {
    long bytes = 0;
    long ticks = 0;
    int threads = 0;
    for (long pid : pids) {
      bytes += 1024 * status(pid, "VmRSS");
      threads += (int) status(pid, "Threads");
      ticks += ticks(pid);
    }
    return new ProcessUsage(bytes, Duration.ofMillis(ticks * TICK_MILLIS), threads);
  }

  private static long status(long pid, String name) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static long ticks(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[KERNEL_TIME]);
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException("Process " + pid + " is gone", e);
    }
  }
}
