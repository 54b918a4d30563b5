package org.waggle.bridge.networkmap;

import java.text.Normalizer;
import java.util.Comparator;

/**
 * The order in which people look for names: case and accents only count between names that are the
 * same without. It is that of the Unicode collation algorithm for what names are made of.
 */
final class NameOrder implements Comparator<String> {

  /** Before all other characters, in this order. */
  private static final String FIRST = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

  @Override
  public int compare(String one, String other) {
    String oneLetters = Normalizer.normalize(one, Normalizer.Form.NFD);
    String otherLetters = Normalizer.normalize(other, Normalizer.Form.NFD);
    int order = base(oneLetters).compareTo(base(otherLetters));
    if (order == 0) {
      order = accents(oneLetters).compareTo(accents(otherLetters));
    }
    // Lower case first, which has the higher code.
    return order == 0 ? otherLetters.compareTo(oneLetters) : order;
  }

  private static String base(String letters) {
    StringBuilder base = new StringBuilder();
    letters
        .codePoints()
        .filter(c -> !isAccent(c) && !Character.isISOControl(c))
        .forEach(c -> base.appendCodePoint(weight(c)));
    return base.toString();
  }

  private static String accents(String letters) {
    StringBuilder accents = new StringBuilder();
    letters
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .forEach(c -> accents.appendCodePoint(isAccent(c) ? c : ' '));
    return accents.toString();
  }

  private static boolean isAccent(int character) {
    return Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private static int weight(int character) {
    int place = FIRST.indexOf(character);
    return place >= 0 ? place : Character.toLowerCase(character);
  }
}
