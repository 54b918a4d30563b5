package org.waggle.bridge.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON exactly as RFC 8259 defines it. Text that is not JSON has a meaning of its own in many
 * topics, so nothing more may be accepted. Made for the small texts of commands, of which there are
 * many: it keeps nothing but what it returns.
 *
 * <p>Numbers become {@code Integer} or {@code Long} where they are whole and exact in JavaScript,
 * else {@code BigDecimal}, or {@code Double} where they are infinite.
 */
public final class JsonParser {

  private static final int DEEPEST = 200;
  private static final long LARGEST_EXACT = 1L << 53;
  private static final char END = '\0';

  private final String text;
  private int at;
  private int depth;

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
    Object value = parser.value();
    if (parser.next() != END || parser.at < text.length()) {
      throw parser.fault("more than one value");
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

  private @Nullable Object value() throws NotJson {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() throws NotJson {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    open();
    if (next() == '}') {
      close();
      return object;
    }
    while (true) {
      if (next() != '"') {
        throw fault("no name");
      }
      String name = string();
      if (next() != ':') {
        throw fault("no colon");
      }
      at++;
      object.put(name, value());
      if (next() == '}') {
        close();
        return object;
      }
      comma();
    }
  }

  private List<@Nullable Object> array() throws NotJson {
    List<@Nullable Object> array = new ArrayList<>();
    open();
    if (next() == ']') {
      close();
      return array;
    }
    while (true) {
      array.add(value());
      if (next() == ']') {
        close();
        return array;
      }
      comma();
    }
  }

  private void open() throws NotJson {
    at++;
    if (++depth > DEEPEST) {
      throw fault("nested too deeply");
    }
  }

  private void close() {
    at++;
    depth--;
  }

  private void comma() throws NotJson {
    if (next() != ',') {
      throw fault("no comma");
    }
    at++;
  }

  private @Nullable Object literal(String literal, @Nullable Object value) throws NotJson {
    if (!text.startsWith(literal, at)) {
      throw fault("no value");
    }
    at += literal.length();
    return value;
  }

  private Number number() throws NotJson {
    int start = at;
    if (current() == '-') {
      at++;
    }
    if (current() == '0') {
      at++;
    } else {
      digits();
    }
    if (current() == '.') {
      at++;
      digits();
    }
    if (current() == 'e' || current() == 'E') {
      at++;
      if (current() == '+' || current() == '-') {
        at++;
      }
      digits();
    }
    return exact(text.substring(start, at));
  }

  private void digits() throws NotJson {
    int start = at;
    while (current() >= '0' && current() <= '9') {
      at++;
    }
    if (at == start) {
      throw fault("no value");
    }
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

  private String string() throws NotJson {
    int start = ++at;
    while (current() != '"' && current() != '\\') {
      character();
    }
    if (current() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder string = new StringBuilder(text.length() - start).append(text, start, at);
    while (current() != '"') {
      string.append(current() == '\\' ? escaped() : character());
    }
    at++;
    return string.toString();
  }

  private char character() throws NotJson {
    char character = current();
    if (character < ' ') {
      throw fault("a string does not end, or has control characters");
    }
    at++;
    return character;
  }

  private char escaped() throws NotJson {
    at++;
    char kind = current();
    at++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw fault("no escape sequence");
    };
  }

  private char hexadecimal() throws NotJson {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(current(), 16);
      if (digit < 0 || current() > 'f') {
        throw fault("no hexadecimal digit");
      }
      code = code << 4 | digit;
      at++;
    }
    return (char) code;
  }

  /** The next character that is not white space; {@link #END} behind the last. */
  private char next() {
    while (current() == ' ' || current() == '\n' || current() == '\r' || current() == '\t') {
      at++;
    }
    return current();
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private NotJson fault(String what) {
    return new NotJson("not JSON: " + what + " at character " + (at + 1));
  }
}
