package org.waggle.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** JSON that is pleasant to write in a test. */
public final class TestJson {

  private TestJson() {}

  /** Single quotes stand for double ones. */
  public static JsonObject of(String json) {
    return JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
  }
}
