package org.waggle.shell;

import java.io.PrintStream;
import org.apache.felix.service.command.CommandSession;

/** Where a command prints. What is returned instead is lost over Karaf's ssh. */
final class Console {

  private final PrintStream out;

  private Console(PrintStream out) {
    this.out = out;
  }

  /** Something that prints. */
  @FunctionalInterface
  interface Command {
    void run(Console console);
  }

  /** Runs a command; what stands in its way becomes one line. */
  static void run(CommandSession session, Command command) {
    Console console = new Console(session.getConsole());
    try {
      command.run(console);
    } catch (CommandException e) {
      console.print(String.valueOf(e.getMessage()));
    }
  }

  /** Prints one line; names that devices chose cannot steer the terminal. */
  void print(String line) {
    out.println(DisplayText.printable(line));
  }

  void print(Table table) {
    table.lines().forEach(this::print);
  }
}
