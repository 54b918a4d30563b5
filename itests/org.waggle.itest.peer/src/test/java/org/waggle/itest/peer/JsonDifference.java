package org.waggle.itest.peer;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Where two JSON values differ: one line a place, {@code path: theirs / ours}. */
final class JsonDifference {

  private final List<String> lines = new ArrayList<>();

  private JsonDifference() {}

  static List<String> between(String path, JsonElement theirs, JsonElement ours) {
    JsonDifference difference = new JsonDifference();
    difference.compare(path, theirs, ours);
    return difference.lines;
  }

  private void compare(String path, JsonElement theirs, JsonElement ours) {
    if (theirs != null && ours != null && theirs.isJsonObject() && ours.isJsonObject()) {
      TreeSet<String> keys = new TreeSet<>(theirs.getAsJsonObject().keySet());
      keys.addAll(ours.getAsJsonObject().keySet());
      for (String key : keys) {
        compare(
            path + "." + key, theirs.getAsJsonObject().get(key), ours.getAsJsonObject().get(key));
      }
    } else if (theirs != null && ours != null && theirs.isJsonArray() && ours.isJsonArray()) {
      int size = Math.max(theirs.getAsJsonArray().size(), ours.getAsJsonArray().size());
      for (int i = 0; i < size; i++) {
        compare(path + "[" + i + "]", at(theirs, i), at(ours, i));
      }
    } else if (!Objects.equals(theirs, ours)) {
      lines.add(path + ": " + theirs + " / " + ours);
    }
  }

  private static JsonElement at(JsonElement array, int index) {
    return index < array.getAsJsonArray().size() ? array.getAsJsonArray().get(index) : null;
  }
}
