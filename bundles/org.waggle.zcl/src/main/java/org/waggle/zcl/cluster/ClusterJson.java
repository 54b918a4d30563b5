package org.waggle.zcl.cluster;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Clusters as JSON, in the shape of {@code bridge/definitions}: {@code {"genOnOff":{"ID":6,
 * "name":"genOnOff","attributes":{..},"commands":{..},"commandsResponse":{..}}, ..}}.
 */
public final class ClusterJson {

  private ClusterJson() {}

  /**
   * Reads an object of clusters.
   *
   * @throws IOException if reading fails, or if this is not JSON of that shape
   */
  public static List<ClusterDefinition> read(Reader json) throws IOException {
    try {
      return new DefinitionReader(new JsonReader(json)).clusters();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new IOException("not a description of clusters: " + e.getMessage(), e);
    }
  }

  /** Writes one cluster as an object, with every fact there is about it. */
  public static void write(ClusterDefinition cluster, JsonWriter json) throws IOException {
    new DefinitionWriter(json).cluster(cluster);
  }

  static List<ClusterDefinition> standard() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(ClusterJson.class.getResourceAsStream("clusters.json")),
            StandardCharsets.UTF_8)) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
