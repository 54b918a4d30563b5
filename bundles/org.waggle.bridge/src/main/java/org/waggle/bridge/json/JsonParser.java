package org.waggle.bridge.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON exactly as RFC 8259 defines it. Text that is not JSON has a meaning of its own in many
 * topics, so nothing more may be accepted.
 *
 * <p>Numbers become {@code Integer} or {@code Long} where they are whole and exact in JavaScript,
 * else {@code BigDecimal}, or {@code Double} where they are infinite.
 */
public final class JsonParser {

  private static final int DEEPEST = 200;
  private static final long LARGEST_EXACT = 1L << 53;

  private final JsonReader reader;

  private JsonParser(JsonReader reader) {
    this.reader = reader;
  }

  /** Thrown for text that is not JSON. */
  public static final class NotJson extends Exception {

    private static final long serialVersionUID = 1L;

    NotJson(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The value that {@code text} stands for. */
  public static @Nullable Object parse(String text) throws NotJson {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      Object value = new JsonParser(reader).value();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return value;
    } catch (MalformedJsonException | EOFException | NumberFormatException e) {
      throw new NotJson("not JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading a string failed", e);
    }
  }

  /** The value that {@code text} stands for, or {@code text} itself if it is not JSON. */
  public static @Nullable Object parseOrText(String text) {
    try {
      return parse(text);
    } catch (NotJson e) {
      return text;
    }
  }

  private @Nullable Object value() throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING -> reader.nextString();
      case NUMBER -> exact(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> {
        reader.nextNull();
        yield null;
      }
      default -> throw new MalformedJsonException("no value at " + reader.getPath());
    };
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      object.put(reader.nextName(), value());
    }
    reader.endObject();
    return object;
  }

  private List<@Nullable Object> array() throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(value());
    }
    reader.endArray();
    return array;
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
}
