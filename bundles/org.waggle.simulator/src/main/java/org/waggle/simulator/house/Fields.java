package org.waggle.simulator.house;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The members of a JSON object, with complaints that name them. */
public record Fields(JsonObject json) {

  /** {@code json} as an object, or a complaint about {@code what}. */
  public static Fields of(JsonElement json, String what) {
    if (json instanceof JsonObject object) {
      return new Fields(object);
    }
    throw new IllegalArgumentException(what + " is not a JSON object");
  }

  public boolean has(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  private JsonElement required(String name) {
    if (!has(name)) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return json.get(name);
  }

  public String text(String name) {
    if (required(name) instanceof JsonPrimitive value) {
      return value.getAsString();
    }
    throw new IllegalArgumentException("\"" + name + "\" is not a text");
  }

  public String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A number, or a text with a number that may be hexadecimal. */
  public int number(String name) {
    String text = text(name);
    try {
      return text.startsWith("0x") ? (int) Names.number(text) : new BigDecimal(text).intValue();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + name + "\" is not a number: " + text, e);
    }
  }

  public int number(String name, int otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  public double decimal(String name, double otherwise) {
    try {
      return has(name) ? Double.parseDouble(text(name)) : otherwise;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + name + "\" is not a number", e);
    }
  }

  /** Seconds, maybe with a fraction. */
  public Duration seconds(String name, Duration otherwise) {
    return has(name) ? Duration.ofNanos((long) (decimal(name, 0) * 1e9)) : otherwise;
  }

  public boolean flag(String name, boolean otherwise) {
    return has(name) ? Boolean.parseBoolean(text(name)) : otherwise;
  }

  public JsonElement element(String name) {
    return required(name);
  }

  public Fields object(String name) {
    return of(required(name), "\"" + name + "\"");
  }

  public Optional<Fields> optionalObject(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /** The elements of an array; none if it is missing. */
  public List<JsonElement> list(String name) {
    if (!has(name)) {
      return List.of();
    } else if (json.get(name) instanceof JsonArray array) {
      return array.asList();
    }
    throw new IllegalArgumentException("\"" + name + "\" is not a list");
  }
}
