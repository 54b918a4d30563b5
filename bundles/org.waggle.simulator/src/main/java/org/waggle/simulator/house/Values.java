package org.waggle.simulator.house;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Optional;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.ZclWriter;

/** Attribute values as JSON. */
public final class Values {

  private Values() {}

  /**
   * Reads {@code {"type":…,"value":…}}, {@code {"type":…,"hex":…}} with the bytes as on the wire,
   * or a bare value if the type is known.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public static ZclValue read(JsonElement json, Optional<ZclType> known) {
    if (json instanceof JsonObject object) {
      ZclType type =
          object.has("type")
              ? type(object.get("type").getAsString())
              : known.orElseThrow(() -> new IllegalArgumentException("no type in " + json));
      if (object.has("hex")) {
        return decode(type, Octets.ofHex(object.get("hex").getAsString()));
      }
      return read(type, object.get("value"));
    }
    return read(
        known.orElseThrow(
            () -> new IllegalArgumentException("needs {\"type\":...,\"value\":...}: " + json)),
        json);
  }

  /** A type by its name or number. */
  public static ZclType type(String text) {
    Optional<ZclType> found =
        Character.isDigit(text.charAt(0))
            ? ZclType.of((int) Names.number(text))
            : Optional.of(ZclType.valueOf(text.toUpperCase(Locale.ROOT)));
    return found.orElseThrow(() -> new IllegalArgumentException("no data type " + text));
  }

  private static ZclValue read(ZclType type, JsonElement json) {
    if (!(json instanceof JsonPrimitive value)) {
      throw new IllegalArgumentException("not a value of " + type + ": " + json);
    }
    return switch (type) {
      case CHARACTER_STRING, LONG_CHARACTER_STRING ->
          new ZclValue(type, Octets.ofUtf8(value.getAsString()));
      case OCTET_STRING, LONG_OCTET_STRING, SECURITY_KEY ->
          new ZclValue(type, Octets.ofHex(value.getAsString()));
      case IEEE_ADDRESS ->
          ZclValue.ieeeAddress(
              IeeeAddress.parse(value.getAsString())
                  .orElseThrow(() -> new IllegalArgumentException("no address: " + value)));
      case SEMI_PRECISION, SINGLE_PRECISION, DOUBLE_PRECISION ->
          ZclValue.of(type, value.getAsDouble());
      default -> ZclValue.of(type, integer(value));
    };
  }

  private static long integer(JsonPrimitive value) {
    if (value.isBoolean()) {
      return value.getAsBoolean() ? 1 : 0;
    }
    return value.isString() ? Names.number(value.getAsString()) : value.getAsLong();
  }

  private static ZclValue decode(ZclType type, Octets octets) {
    Decoded<ZclValue> decoded = ZclReader.decode(octets, reader -> reader.value(type));
    if (decoded instanceof Decoded.Ok<ZclValue> ok) {
      return ok.value();
    }
    throw new IllegalArgumentException("not a value of " + type + ": " + octets);
  }

  /** The form that {@link #read} reads again whatever the type. */
  public static JsonObject write(ZclValue value) {
    JsonObject object = new JsonObject();
    object.addProperty("type", value.type().name());
    object.addProperty("hex", new ZclWriter().value(value).toOctets().toString());
    return object;
  }

  /** The form that people like to read. */
  public static JsonElement show(ZclValue value) {
    if (value.value() instanceof Number number) {
      return new JsonPrimitive(number);
    }
    return new JsonPrimitive(
        value.text().orElseGet(() -> new ZclWriter().value(value).toOctets().toString()));
  }
}
