package org.waggle.itest.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process whose output is kept and waited for; it and what it started end with {@link #close}.
 */
public final class ChildProcess implements AutoCloseable {

  private final String name;
  private final Process process;
  private final Thread reader;

  /** Runs when this JVM ends without having closed it. */
  private final Thread orphaned = new Thread(this::killFamily);

  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reader = new Thread(this::read, name + "-output");
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(orphaned);
  }

  /** Starts a command; standard error joins standard output, standard input is empty. */
  public static ChildProcess start(
      String name, Path directory, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new ChildProcess(name, process);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name + ": " + command, e);
    }
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(output ended: " + e.getMessage() + ")");
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Waits for a line of output, also one that is there already.
   *
   * @throws AssertionError if the process ends or the time passes before; with the last lines
   */
  public synchronized Matcher awaitLine(Pattern pattern, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    int next = 0;
    while (true) {
      for (; next < lines.size(); next++) {
        Matcher matcher = pattern.matcher(lines.get(next));
        if (matcher.find()) {
          return matcher;
        }
      }
      long left = deadline - System.nanoTime();
      if (ended || left <= 0) {
        throw new AssertionError(
            name + (ended ? " ended" : " was silent") + " before '" + pattern + "':\n" + tail());
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted while waiting for " + name, e);
      }
    }
  }

  /** The last lines of output. */
  public synchronized String tail() {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  public long pid() {
    return process.pid();
  }

  /** Sends SIGINT, as Ctrl-C does. */
  public void interrupt() {
    signal("INT");
  }

  /** Sends SIGKILL to the process alone. */
  public void kill() {
    process.destroyForcibly();
  }

  /**
   * Sends a signal.
   *
   * @param signal its name, such as {@code USR1}
   */
  public void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end and the last of the output; empty-handed when it did not come in time. */
  public boolean awaitEnd(Duration timeout) {
    try {
      boolean over = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (over) {
        // What it started may keep the output open: then this is all there is.
        reader.join(1000);
      }
      return over;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The exit code of an ended process. */
  public int exitCode() {
    return process.exitValue();
  }

  private void killFamily() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(orphaned);
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    family.forEach(ProcessHandle::destroy);
    if (!awaitEnd(Duration.ofSeconds(10))) {
      family.forEach(ProcessHandle::destroyForcibly);
      awaitEnd(Duration.ofSeconds(10));
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
