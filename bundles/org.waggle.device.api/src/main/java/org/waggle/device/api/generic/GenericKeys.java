package org.waggle.device.api.generic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waggle.device.api.Encoder;

/**
 * The keys that every device and group takes: {@code scene_store}, {@code scene_recall}, {@code
 * scene_add}, {@code scene_remove}, {@code scene_remove_all}, {@code scene_rename}, {@code read},
 * {@code write}, {@code command}, {@code zclcommand} and {@code reset}. Spec sheets serve them;
 * other definitions may come here.
 */
public final class GenericKeys {

  private static final List<Encoder> ENCODERS =
      Stream.concat(SceneKeys.encoders().stream(), RequestKeys.encoders().stream())
          .map(Encoder.class::cast)
          .toList();

  private GenericKeys() {}

  /** What serves a key, if it is one of these. */
  public static Optional<Encoder> encoder(String key) {
    return ENCODERS.stream().filter(encoder -> encoder.keys().contains(key)).findFirst();
  }
}
