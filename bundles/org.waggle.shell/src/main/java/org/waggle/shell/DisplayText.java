package org.waggle.shell;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How text looks on a terminal. */
final class DisplayText {

  private static final Set<UnicodeScript> WIDE_SCRIPTS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private DisplayText() {}

  /** The text with a replacement character for everything that is not meant to be seen. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isInvisible(point) ? 0xFFFD : point)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** How many columns of a terminal the text takes. */
  static int width(String text) {
    return text.codePoints().map(DisplayText::width).sum();
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Marks for the direction of writing could disguise a name; the joiner belongs to emoji.
      case Character.FORMAT -> point != 0x200D;
      case Character.SURROGATE -> true;
      default -> false;
    };
  }

  /** Roughly the wide and fullwidth characters of Unicode Standard Annex 11. */
  private static boolean isWide(int point) {
    return isBetween(point, 0x3000, 0x303E)
        || isBetween(point, 0xFF01, 0xFF60)
        || isBetween(point, 0x1F300, 0x1F64F)
        || isBetween(point, 0x1F680, 0x1F6FF)
        || isBetween(point, 0x1F900, 0x1FAFF)
        || (WIDE_SCRIPTS.contains(UnicodeScript.of(point)) && !isBetween(point, 0xFF61, 0xFFDC));
  }

  private static boolean isBetween(int point, int first, int last) {
    return first <= point && point <= last;
  }
}
