package org.waggle.radio.ember.ash;

/**
 * Why a link ended, or did not come about.
 *
 * @param code of the reset or error (UG101, 2.2); 0 for other kinds
 */
public record AshFailure(Kind kind, int code) {

  /** What happened. */
  public enum Kind {
    /** No answer to a reset. */
    NO_ANSWER,
    /** An answer to a reset in another version of the protocol; {@link #code} is that version. */
    OTHER_VERSION,
    /** The coordinator was reset in the middle of the session. */
    RESET,
    /** The coordinator gave the link up and said so. */
    ERROR,
    /** The coordinator does not acknowledge. */
    SILENT
  }

  /** What follows the coordinator's name in a sentence. */
  public String predicate() {
    return switch (kind) {
      case NO_ANSWER -> "does not answer a reset";
      case OTHER_VERSION -> "speaks ASH version " + code;
      case RESET -> "was reset (" + reset() + ")";
      case ERROR -> "gave the link up (error 0x%02X)".formatted(code);
      case SILENT -> "does not answer any more";
    };
  }

  private String reset() {
    return switch (code) {
      case 0x01 -> "external";
      case 0x02 -> "power on";
      case 0x03 -> "watchdog";
      case 0x06 -> "assertion failed";
      case 0x09 -> "bootloader";
      case 0x0B -> "software";
      default -> "code 0x%02X".formatted(code);
    };
  }
}
