package org.waggle.itest.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.waggle.mqtt.api.MqttLink;

/** A vendor's bundle that is installed, updated and removed while its device is in use. */
class HotDeploymentTest {

  private static final String SET = "zigbee2mqtt/" + House.PLUG + "/set";
  private static final String STATE = "zigbee2mqtt/" + House.PLUG;
  private static final String DEVICES = "zigbee2mqtt/bridge/devices";

  @TempDir static Path folder;
  @InjectBundleContext static BundleContext context;
  @InjectService static ConfigurationAdmin configurations;
  @InjectService static MqttLink link;
  private static Topics topics;
  private @Nullable Bundle vendor;

  @BeforeAll
  static void pairThePlug() throws Exception {
    House house = new House(configurations, folder);
    house.configure();
    topics = new Topics(link);
    house.pair(topics);
  }

  @AfterAll
  static void leave() {
    topics.close();
  }

  @AfterEach
  void removeTheBundle() throws BundleException {
    if (vendor != null && vendor.getState() != Bundle.UNINSTALLED) {
      vendor.uninstall();
    }
  }

  @Test
  void definitionsFollowTheBundle() throws Exception {
    topics.await(DEVICES, devices -> House.model(devices).equals("WG-PLUG1"));

    install("1.0.0");
    topics.await(DEVICES, devices -> House.model(devices).equals("PLUG-1.0.0"));
    switchOverAndBack();

    vendor.update(VendorBundle.version("2.0.0"));
    topics.await(DEVICES, devices -> House.model(devices).equals("PLUG-2.0.0"));
    switchOverAndBack();

    vendor.uninstall();
    topics.await(DEVICES, devices -> House.model(devices).equals("WG-PLUG1"));
    switchOverAndBack();
  }

  @Test
  void nothingKeepsAClassOfABundleThatLeft() throws Exception {
    install("1.0.0");
    topics.await(DEVICES, devices -> House.model(devices).equals("PLUG-1.0.0"));
    switchOverAndBack();
    WeakReference<ClassLoader> classes =
        new WeakReference<>(vendor.adapt(BundleWiring.class).getClassLoader());

    vendor.uninstall();
    topics.await(DEVICES, devices -> House.model(devices).equals("WG-PLUG1"));
    context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(vendor));
    vendor = null;

    assertThat(isCollected(classes)).isTrue();
  }

  private void install(String version) throws IOException, BundleException {
    vendor = context.installBundle("vendor", VendorBundle.version(version));
    vendor.start();
  }

  private static void switchOverAndBack() throws InterruptedException {
    for (String wanted : List.of("ON", "OFF")) {
      topics.publish(SET, "{\"state\":\"%s\"}".formatted(wanted));
      topics.await(
          STATE, state -> wanted.equals(state.getAsJsonObject().get("state").getAsString()));
    }
  }

  private static boolean isCollected(WeakReference<?> reference) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (reference.get() != null && System.nanoTime() < deadline) {
      System.gc();
    }
    return reference.get() == null;
  }
}
