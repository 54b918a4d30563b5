package org.waggle.zigbee;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a network keeps its documents. */
final class NetworkDirectory {

  private NetworkDirectory() {}

  /**
   * @param configured empty if it is not
   * @param property the framework's properties
   * @param bundleFile the bundle's own data area; null where the framework has none
   */
  static Path of(
      String name,
      String configured,
      Function<String, @Nullable String> property,
      Function<String, @Nullable File> bundleFile) {
    if (!configured.isBlank()) {
      return Path.of(configured.trim());
    }
    String waggle = property.apply("waggle.data");
    if (waggle != null) {
      return Path.of(waggle, "networks", name);
    }
    String karaf = property.apply("karaf.data");
    if (karaf != null) {
      return Path.of(karaf, "waggle", "networks", name);
    }
    File own = bundleFile.apply("networks/" + name);
    return own != null ? own.toPath() : Path.of("networks", name);
  }
}
