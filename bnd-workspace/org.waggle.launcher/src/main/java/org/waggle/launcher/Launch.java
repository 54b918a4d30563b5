package org.waggle.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** Felix with some bundles, from its start to its end. */
final class Launch {

  private final Map<String, String> properties;
  private final List<BundleJar> jars;
  private final AtomicReference<@Nullable Framework> running = new AtomicReference<>();

  /**
   * @param properties of the framework, its storage among them
   */
  Launch(Map<String, String> properties, List<BundleJar> jars) {
    this.properties = properties;
    this.jars = jars;
  }

  /** Runs it until it stops or the process is told to end. */
  void run() throws BundleException, IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "waggle-stop"));
    while (start().waitForStop(0).getType() == FrameworkEvent.STOPPED_UPDATE) {
      // It was told to start again.
    }
  }

  /**
   * Runs it twice, since the second start does other things than the first, each until it stops.
   *
   * @param limit after which a start is stopped
   */
  void train(Duration limit) throws BundleException, IOException, InterruptedException {
    for (int start = 1; start <= 2; start++) {
      start().waitForStop(limit.toMillis());
      stop();
    }
  }

  private void stop() {
    Framework framework = running.get();
    if (framework == null) {
      return;
    }
    try {
      framework.stop();
      framework.waitForStop(0);
      tellThatItRan();
    } catch (BundleException | IOException e) {
      e.printStackTrace(); // the log has ended, and so will the process
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Framework start() throws BundleException, IOException {
    Inventory inventory = new Inventory(storage(), jars);
    boolean known = inventory.isKnown();
    Map<String, String> all = new HashMap<>(properties);
    if (!known) {
      all.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    }
    Framework framework = new FrameworkFactory().newFramework(all, new ClassPathConnector());
    running.set(framework);
    framework.init();
    uninstallOthers(framework.getBundleContext());
    if (!known || !areInstalled(framework.getBundleContext())) {
      install(framework);
      inventory.save();
    }
    // All at once takes less time than one after another, each with what it needs.
    framework.adapt(FrameworkWiring.class).resolveBundles(null);
    framework.start();
    tellThatItRan();
    return framework;
  }

  /** To the start script, which else takes it that the JVM crashed. */
  private void tellThatItRan() throws IOException {
    String data = properties.get("waggle.data");
    if (data != null) {
      Files.deleteIfExists(Path.of(data, "starting"));
    }
  }

  private Path storage() {
    return Path.of(properties.getOrDefault(Constants.FRAMEWORK_STORAGE, "felix-cache"));
  }

  /** Those that were dropped in: whoever installed them does it anew. */
  private void uninstallOthers(BundleContext context) throws BundleException {
    Set<String> ours = new HashSet<>();
    jars.forEach(jar -> ours.add(jar.location()));
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID
          && !ours.contains(bundle.getLocation())) {
        bundle.uninstall();
      }
    }
  }

  /** The framework forgets bundles whose files were damaged. */
  private boolean areInstalled(BundleContext context) {
    return jars.stream().allMatch(jar -> context.getBundle(jar.location()) != null);
  }

  private void install(Framework framework) throws BundleException {
    FrameworkStartLevel levels = framework.adapt(FrameworkStartLevel.class);
    int usual = levels.getInitialBundleStartLevel();
    for (BundleJar jar : jars) {
      levels.setInitialBundleStartLevel(jar.level());
      framework.getBundleContext().installBundle(jar.location()).start();
    }
    levels.setInitialBundleStartLevel(usual);
  }
}
