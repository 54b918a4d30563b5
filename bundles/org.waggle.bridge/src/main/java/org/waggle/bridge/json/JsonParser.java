package org.waggle.bridge.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON exactly as RFC 8259 defines it. Text that is not JSON has a meaning of its own in many
 * topics, so nothing more may be accepted; libraries take {@code TRUE} or {@code \'} for JSON.
 *
 * <p>Numbers become {@code Integer} or {@code Long} where they are whole and exact in JavaScript,
 * else {@code BigDecimal}, or {@code Double} where they are infinite.
 */
public final class JsonParser {

  private static final int DEEPEST = 200;
  private static final long LARGEST_EXACT = 1L << 53;

  private final String text;
  private int at;

  private JsonParser(String text) {
    this.text = text;
  }

  /** Thrown for text that is not JSON. */
  public static final class NotJson extends Exception {

    private static final long serialVersionUID = 1L;

    NotJson(String message) {
      super(message);
    }
  }

  /** The value that {@code text} stands for. */
  public static @Nullable Object parse(String text) throws NotJson {
    JsonParser parser = new JsonParser(text);
    parser.skipSpace();
    Object value = parser.value(0);
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.unexpected();
    }
    return value;
  }

  /** The value that {@code text} stands for, or {@code text} itself if it is not JSON. */
  public static @Nullable Object parseOrText(String text) {
    try {
      return parse(text);
    } catch (NotJson e) {
      return text;
    }
  }

  private @Nullable Object value(int depth) throws NotJson {
    if (depth > DEEPEST) {
      throw new NotJson("nested too deeply");
    }
    switch (peek()) {
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      case '"':
        return string();
      case 't':
        return literal("true", true);
      case 'f':
        return literal("false", false);
      case 'n':
        return literal("null", null);
      default:
        return number();
    }
  }

  private Map<String, @Nullable Object> object(int depth) throws NotJson {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    at++;
    skipSpace();
    if (skip('}')) {
      return object;
    }
    do {
      skipSpace();
      if (peek() != '"') {
        throw unexpected();
      }
      String key = string();
      skipSpace();
      expect(':');
      skipSpace();
      object.put(key, value(depth + 1));
      skipSpace();
    } while (skip(','));
    expect('}');
    return object;
  }

  private List<@Nullable Object> array(int depth) throws NotJson {
    List<@Nullable Object> array = new ArrayList<>();
    at++;
    skipSpace();
    if (skip(']')) {
      return array;
    }
    do {
      skipSpace();
      array.add(value(depth + 1));
      skipSpace();
    } while (skip(','));
    expect(']');
    return array;
  }

  private String string() throws NotJson {
    at++;
    StringBuilder string = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return string.toString();
      } else if (c < ' ') {
        throw unexpected();
      } else if (c == '\\') {
        string.append(escaped());
      } else {
        string.append(c);
      }
    }
  }

  private char escaped() throws NotJson {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unexpected();
    };
  }

  private char unicode() throws NotJson {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = next();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unexpected();
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private @Nullable Object literal(String word, @Nullable Object value) throws NotJson {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private Number number() throws NotJson {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return exact(text.substring(start, at));
  }

  private static Number exact(String literal) {
    double real = Double.parseDouble(literal);
    if (Math.abs(real) <= LARGEST_EXACT && real == Math.rint(real)) {
      long whole = (long) real;
      if (whole == (int) whole) {
        return (int) whole;
      }
      return whole;
    }
    return Double.isInfinite(real) ? (Number) real : BigDecimal.valueOf(real);
  }

  private void digits() throws NotJson {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw unexpected();
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws NotJson {
    if (at >= text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private char next() throws NotJson {
    char c = peek();
    at++;
    return c;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws NotJson {
    if (!skip(c)) {
      throw unexpected();
    }
  }

  private NotJson unexpected() {
    return new NotJson("not JSON at position " + at);
  }
}
