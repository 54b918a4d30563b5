package org.waggle.shell;

/** Why a Gogo command cannot be carried out: one sentence for the console. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
