package org.waggle.launcher;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/** Connects the framework with the bundles on the class path; it loads all others itself. */
final class ClassPathConnector implements ModuleConnector {

  @Override
  public void initialize(File storage, Map<String, String> configuration) {}

  @Override
  public Optional<ConnectModule> connect(String location) {
    return location.startsWith(BundleJar.CONNECTED)
        ? Optional.of(new ConnectedJar(location.substring(BundleJar.CONNECTED.length())))
        : Optional.empty();
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }
}
