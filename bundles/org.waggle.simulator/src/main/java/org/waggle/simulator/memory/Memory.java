package org.waggle.simulator.memory;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps JSON objects by name. */
public interface Memory {

  Optional<JsonObject> read(String name);

  void write(String name, JsonObject content);

  /** A memory that lasts as long as this object. */
  static Memory volatileMemory() {
    Map<String, JsonObject> objects = new ConcurrentHashMap<>();
    return new Memory() {
      @Override
      public Optional<JsonObject> read(String name) {
        return Optional.ofNullable(objects.get(name)).map(JsonObject::deepCopy);
      }

      @Override
      public void write(String name, JsonObject content) {
        objects.put(name, content.deepCopy());
      }
    };
  }
}
