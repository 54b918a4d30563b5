package org.waggle.simulator.house;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where descriptions of devices come from. */
public final class Houses {

  /** The house that needs no file: a colour lamp, a sensor, a socket and a wall switch. */
  public static final String DEMO = "demo";

  private Houses() {}

  /**
   * The devices of {@link #DEMO}, of a JSON file, or of all JSON files of a directory in order of
   * their names.
   *
   * @throws IOException if there is no such file, or it is not JSON
   */
  public static List<JsonElement> named(String house) throws IOException {
    if (house.equals(DEMO)) {
      try (InputStream resource = resource()) {
        return devices(new InputStreamReader(resource, StandardCharsets.UTF_8), DEMO);
      }
    }
    Path path = Path.of(house);
    if (!Files.isDirectory(path)) {
      return file(path);
    }
    List<JsonElement> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
        all.addAll(file(file));
      }
    }
    return all;
  }

  private static InputStream resource() throws IOException {
    @Nullable InputStream resource = Houses.class.getResourceAsStream("demo.json");
    if (resource == null) {
      throw new IOException("the demo house is missing");
    }
    return resource;
  }

  private static List<JsonElement> file(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return devices(reader, file.toString());
    }
  }

  private static List<JsonElement> devices(Reader reader, String source) throws IOException {
    try {
      return devices(JsonParser.parseReader(reader));
    } catch (JsonParseException e) {
      throw new IOException(source + " is not JSON: " + e.getMessage(), e);
    }
  }

  /** The devices in {@code {"devices":[…]}}, in a list, or in a description of one device. */
  public static List<JsonElement> devices(JsonElement json) {
    if (json instanceof JsonArray list) {
      return list.asList();
    } else if (json instanceof JsonObject object && object.get("devices") instanceof JsonArray in) {
      return in.asList();
    }
    return List.of(json);
  }
}
