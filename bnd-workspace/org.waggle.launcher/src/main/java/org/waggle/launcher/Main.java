package org.waggle.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.osgi.framework.BundleException;

/**
 * Starts Felix with the bundles of the distribution, whose folder is the working directory, and
 * ends with it.
 *
 * <p>Properties of the framework are those in {@code conf/config.properties} and, before them, the
 * system properties.
 *
 * <p>The system property {@code waggle.training}, in seconds, starts it twice, for no longer than
 * that each time: a JVM that records what is loaded then knows what a start needs.
 */
public final class Main {

  private static final Path CONFIGURATION = Path.of("conf", "config.properties");

  private Main() {}

  /**
   * @param folders whose bundles are to run: below each, a folder for each start level
   */
  public static void main(String... folders) throws InterruptedException {
    try {
      Set<String> classPath =
          Set.of(System.getProperty("java.class.path", "").split(File.pathSeparator));
      List<BundleJar> jars = BundleJar.in(List.of(folders), classPath);
      Launch launch = new Launch(properties(), jars);
      int training = Integer.getInteger("waggle.training", 0);
      if (training > 0) {
        launch.train(Duration.ofSeconds(training));
      } else {
        launch.run();
      }
      System.exit(0);
    } catch (IOException | BundleException e) {
      System.err.println("waggle: Felix does not start");
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static Map<String, String> properties() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(CONFIGURATION)) {
      properties.load(in);
    }
    properties.putAll(System.getProperties());
    Map<String, String> map = new HashMap<>();
    properties.forEach((key, value) -> map.put(key.toString(), value.toString()));
    return map;
  }
}
