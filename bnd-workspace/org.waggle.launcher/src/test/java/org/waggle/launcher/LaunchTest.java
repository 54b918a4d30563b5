package org.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

class LaunchTest {

  @TempDir private Path folder;
  private Path early;
  private Path late;
  private Path loaded;

  @BeforeEach
  void makeBundles() throws IOException {
    early = jar("bundle/1/early.jar", "early");
    late = jar("bundle/2/late.jar", "late");
    loaded = jar("native/2/loaded.jar", "loaded");
  }

  @Test
  void startsTheBundlesOfAllFoldersAtTheirLevels() throws Exception {
    Framework framework = start();

    assertThat(bundle(framework, "early").getState()).isEqualTo(Bundle.ACTIVE);
    assertThat(bundle(framework, "late").getState()).isEqualTo(Bundle.ACTIVE);
    assertThat(bundle(framework, "late").adapt(BundleStartLevel.class).getStartLevel())
        .isEqualTo(2);
    end(framework);
  }

  @Test
  void takesClassesFromTheClassPathWhereTheyAreOnIt() throws Exception {
    Framework framework = start();

    assertThat(bundle(framework, "early").loadClass(LaunchTest.class.getName()))
        .isSameAs(LaunchTest.class);
    assertThat(bundle(framework, "loaded").loadClass(LaunchTest.class.getName()))
        .isNotSameAs(LaunchTest.class);
    end(framework);
  }

  @Test
  void findsTheEntriesOfConnectedBundles() throws Exception {
    Framework framework = start();

    try (InputStream text = bundle(framework, "early").getEntry("OSGI-INF/text").openStream()) {
      assertThat(new String(text.readAllBytes())).isEqualTo("early");
    }
    assertThat(bundle(framework, "late").findEntries("OSGI-INF", "*", false).nextElement())
        .hasPath("/OSGI-INF/text");
    end(framework);
  }

  @Test
  void remembersBundlesFromOneStartToTheNext() throws Exception {
    Framework first = start();
    long installed = bundle(first, "late").getLastModified();
    end(first);

    Framework second = start();

    assertThat(bundle(second, "late").getState()).isEqualTo(Bundle.ACTIVE);
    assertThat(bundle(second, "late").getLastModified()).isEqualTo(installed);
    end(second);
  }

  @Test
  void installsAllAnewWhenAJarIsAnother() throws Exception {
    end(start());
    Files.delete(late);
    jar("bundle/2/late.jar", "much later");

    Framework second = start();

    assertThat(names(second)).contains("much later").doesNotContain("late");
    end(second);
  }

  @Test
  void installsWhatDamageToItsFilesMadeTheFrameworkForget() throws Exception {
    end(start());
    Files.writeString(folder.resolve("cache/bundle1/bundle.info"), "nonsense");

    Framework second = start();

    assertThat(names(second)).contains("early", "late", "loaded");
    end(second);
  }

  @Test
  void forgetsBundlesThatWereDroppedIn() throws Exception {
    Framework first = start();
    Path dropped = jar("dropped.jar", "dropped");
    first.getBundleContext().installBundle(dropped.toUri().toString()).start();
    end(first);

    Framework second = start();

    assertThat(names(second)).contains("late").doesNotContain("dropped");
    end(second);
  }

  private Framework start() throws Exception {
    Map<String, String> properties =
        Map.of(
            Constants.FRAMEWORK_STORAGE,
            folder.resolve("cache").toString(),
            Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
            "2",
            "felix.log.level",
            "0");
    List<BundleJar> jars =
        List.of(
            new BundleJar(early.toString(), 1, true),
            new BundleJar(late.toString(), 2, true),
            new BundleJar(loaded.toString(), 2, false));
    return new Launch(properties, jars).start();
  }

  private static void end(Framework framework) throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  private static Bundle bundle(Framework framework, String name) {
    return bundles(framework).filter(b -> b.getSymbolicName().equals(name)).findAny().orElseThrow();
  }

  private static List<String> names(Framework framework) {
    return bundles(framework).map(Bundle::getSymbolicName).toList();
  }

  private static Stream<Bundle> bundles(Framework framework) {
    return Arrays.stream(framework.getBundleContext().getBundles());
  }

  /** A bundle with a copy of this class. */
  private Path jar(String path, String name) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    String own = LaunchTest.class.getName().replace('.', '/') + ".class";
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream bytes = LaunchTest.class.getClassLoader().getResourceAsStream(own)) {
      jar.putNextEntry(new JarEntry("OSGI-INF/"));
      jar.putNextEntry(new JarEntry("OSGI-INF/text"));
      jar.write(name.getBytes());
      jar.putNextEntry(new JarEntry(own));
      bytes.transferTo(jar);
    }
    return file;
  }
}
