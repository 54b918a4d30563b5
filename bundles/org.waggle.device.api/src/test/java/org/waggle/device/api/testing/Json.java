package org.waggle.device.api.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Expose;

/** JSON as definitions have it, and as it is compared. */
public final class Json {

  /** What comes after is noise of JavaScript's arithmetic. */
  private static final MathContext DIGITS = new MathContext(12);

  private Json() {}

  /** Maps, lists, strings, booleans, exact numbers. */
  public static Object value(JsonElement element) {
    if (element instanceof JsonObject object) {
      Map<String, Object> map = new LinkedHashMap<>();
      object.entrySet().forEach(e -> map.put(e.getKey(), value(e.getValue())));
      return map;
    }
    if (element instanceof JsonArray array) {
      List<Object> list = new ArrayList<>();
      array.forEach(e -> list.add(value(e)));
      return list;
    }
    if (element == null || element.isJsonNull()) {
      return null;
    }
    JsonPrimitive primitive = element.getAsJsonPrimitive();
    if (primitive.isNumber()) {
      return Numbers.of(new BigDecimal(primitive.getAsString()));
    }
    return primitive.isBoolean() ? (Object) primitive.getAsBoolean() : primitive.getAsString();
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(JsonElement element) {
    return element == null || element.isJsonNull()
        ? new LinkedHashMap<>()
        : (Map<String, Object>) value(element);
  }

  public static Map<String, Object> object(String json) {
    return object(JsonParser.parseString(json));
  }

  /** One way to write what is equal: sorted keys, plain numbers. */
  public static String text(Object value) {
    return element(value).toString();
  }

  private static JsonElement element(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof JsonElement json) {
      return element(value(json));
    }
    if (value instanceof Expose expose) {
      return element(expose.toMap());
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      new TreeMap<>(map).forEach((k, v) -> object.add(String.valueOf(k), element(v)));
      return object;
    }
    if (value instanceof Iterable<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(e -> array.add(element(e)));
      return array;
    }
    if (value instanceof Number number) {
      BigDecimal plain = new BigDecimal(number.toString()).round(DIGITS).stripTrailingZeros();
      return new JsonPrimitive(new BigDecimal(plain.toPlainString()));
    }
    return value instanceof Boolean truth
        ? new JsonPrimitive(truth)
        : new JsonPrimitive(value.toString());
  }

  /** A resource beside a class. */
  public static JsonElement resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
