package org.waggle.zcl.cluster;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Conditions as JSON. */
final class ConditionJson {

  private ConditionJson() {}

  static Condition read(JsonReader json) throws IOException {
    String type = "";
    String parameter = "";
    long value = 0;
    long mask = 0;
    int offset = 0;
    int size = 0;
    boolean reversed = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "type" -> type = json.nextString();
        case "param", "field" -> parameter = json.nextString().intern();
        case "value" -> value = json.nextLong();
        case "mask" -> mask = json.nextLong();
        case "offset" -> offset = json.nextInt();
        case "size" -> size = json.nextInt();
        case "reversed" -> reversed = json.nextBoolean();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return switch (type) {
      case "minimumRemainingBufferBytes" -> new Condition.MinimumRemaining((int) value);
      case "bitMaskSet" -> new Condition.BitmaskSet(parameter, mask, reversed);
      case "bitFieldEnum" -> new Condition.BitfieldEnum(parameter, offset, size, value);
      case "fieldEquals" -> new Condition.FieldEqual(parameter, value, reversed);
      case "fieldGT" -> new Condition.FieldGreater(parameter, value);
      default -> throw new IllegalArgumentException("no condition: " + type);
    };
  }

  static void write(Condition condition, JsonWriter json) throws IOException {
    json.beginObject();
    if (condition instanceof Condition.MinimumRemaining minimum) {
      json.name("type").value("minimumRemainingBufferBytes");
      json.name("value").value(minimum.octets());
    } else if (condition instanceof Condition.BitmaskSet bits) {
      json.name("type").value("bitMaskSet");
      json.name("param").value(bits.parameter());
      json.name("mask").value(bits.mask());
      reversed(bits.reversed(), json);
    } else if (condition instanceof Condition.BitfieldEnum bits) {
      json.name("type").value("bitFieldEnum");
      json.name("param").value(bits.parameter());
      json.name("offset").value(bits.offset());
      json.name("size").value(bits.size());
      json.name("value").value(bits.value());
    } else if (condition instanceof Condition.FieldEqual equal) {
      json.name("type").value("fieldEquals");
      json.name("field").value(equal.parameter());
      json.name("value").value(equal.value());
      reversed(equal.reversed(), json);
    } else if (condition instanceof Condition.FieldGreater greater) {
      json.name("type").value("fieldGT");
      json.name("field").value(greater.parameter());
      json.name("value").value(greater.value());
    }
    json.endObject();
  }

  private static void reversed(boolean reversed, JsonWriter json) throws IOException {
    if (reversed) {
      json.name("reversed").value(true);
    }
  }
}
