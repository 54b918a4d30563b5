package org.waggle.shell;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was typed after a command, apart from its options. */
final class Arguments {

  /** What Karaf's {@code help} runs a Gogo command with. */
  private static final String HELP = "--help";

  private Arguments() {}

  /**
   * The words if there are as many as there have to be.
   *
   * @param usage such as {@code device [-n NETWORK] NAME}
   * @throws CommandException telling the usage
   */
  static List<String> exactly(int count, String usage, @Nullable String... words) {
    List<String> arguments = present(words);
    if (arguments.size() != count || arguments.contains(HELP)) {
      throw wrong(usage);
    }
    return arguments;
  }

  /** The words if there are no fewer than there have to be; the last may have been split. */
  static List<String> atLeast(int count, String usage, @Nullable String... words) {
    List<String> arguments = present(words);
    if (arguments.size() < count || arguments.contains(HELP)) {
      throw wrong(usage);
    }
    return arguments;
  }

  static CommandException wrong(String usage) {
    return new CommandException("Usage: waggle:" + usage);
  }

  /** A variable without a value stands for no word. */
  private static List<String> present(@Nullable String... words) {
    return Stream.of(words).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }
}
